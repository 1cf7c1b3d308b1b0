import { Pacer } from '../../../lambda/core/pacing/pacer.ts';
import { VirtualClock } from '../../fakes/virtual-clock.ts';

async function turns(pacer: Pacer, clock: VirtualClock, calls: number, size: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < calls; i += 1) {
    await clock.run(pacer.turn(size));
    times.push(clock.elapsed());
  }
  return times;
}

test('calls go at the rate, the first at once, without a burst', async () => {
  const clock = new VirtualClock();
  expect(await turns(new Pacer(clock, 100), clock, 4, 50)).toEqual([0, 500, 1000, 1500]);
});

test('a pause earns a quarter of a second, however long it was', async () => {
  const clock = new VirtualClock();
  const pacer = new Pacer(clock, 100);
  await turns(pacer, clock, 1, 50);
  await clock.run(clock.sleep(60_000));
  expect(await turns(pacer, clock, 3, 50)).toEqual([60_000, 60_250, 60_750]);
});

test('turns that are asked for at once are given one after the other', async () => {
  const clock = new VirtualClock();
  const pacer = new Pacer(clock, 10);
  const times: number[] = [];
  await clock.run(
    Promise.all([1, 2, 3].map(async () => void (await pacer.turn(5), times.push(clock.elapsed())))),
  );
  expect(times).toEqual([0, 500, 1000]);
});

test('a throttle cuts the rate to 0.7 and holds for 10 s; several at once count once', async () => {
  const clock = new VirtualClock();
  const pacer = new Pacer(clock, 100);
  await turns(pacer, clock, 1, 50);
  pacer.throttled();
  pacer.throttled();
  expect(pacer.pace).toBeCloseTo(70);
  const [first, second] = await turns(pacer, clock, 2, 50);
  expect(first).toBe(10_000);
  expect(second).toBeCloseTo(10_000 + 50_000 / 70);
});

test('the rate grows back by 2 % every 10 s, up to the ceiling and no further', async () => {
  const clock = new VirtualClock();
  const pacer = new Pacer(clock, 100);
  pacer.throttled();
  await clock.run(clock.sleep(20_000));
  expect(pacer.pace).toBeCloseTo(70 * 1.02);
  await clock.run(clock.sleep(10_000));
  expect(pacer.pace).toBeCloseTo(70 * 1.02 ** 2);
  await clock.run(clock.sleep(300_000));
  expect(pacer.pace).toBe(100);
});

test('a hold that begins while a turn is awaited voids that turn', async () => {
  const clock = new VirtualClock();
  const pacer = new Pacer(clock, 10);
  await clock.run(pacer.turn(10));
  const waiting = pacer.turn(10).then(() => clock.elapsed());
  const next = pacer.turn(10).then(() => clock.elapsed());
  pacer.hold(30_000);
  expect(await clock.run(Promise.all([waiting, next]))).toEqual([30_000, 31_000]);
});

test('a turn that would come too late is refused at once', async () => {
  const clock = new VirtualClock();
  const pacer = new Pacer(clock, 10);
  await clock.run(pacer.turn(10));
  expect(await pacer.turn(10, 999)).toBe(false);
  expect(await clock.run(pacer.turn(10, 1000))).toBe(true);
});

test('a wall clock that jumps changes nothing', async () => {
  const clock = new VirtualClock();
  const pacer = new Pacer(clock, 10);
  await clock.run(pacer.turn(10));
  clock.skew = -86_400_000;
  await clock.run(pacer.turn(10));
  clock.skew = 86_400_000;
  await clock.run(pacer.turn(10));
  expect(clock.elapsed()).toBe(2000);
});
