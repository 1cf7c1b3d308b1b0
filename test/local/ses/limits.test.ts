import { GetSendQuotaCommand, GetTemplateCommand, SendTemplatedEmailCommand } from '@aws-sdk/client-ses';
import * as fc from 'fast-check';

import { TokenBucket } from '../../../local/ses/account/rate.ts';
import { DailyQuota } from '../../../local/ses/account/quota.ts';
import { bulk, createNotice, crowd, open, refusal, sender, to, type Bench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await open();
  await createNotice(bench.client);
});

const templated = (recipients: readonly string[]): SendTemplatedEmailCommand =>
  new SendTemplatedEmailCommand({
    Source: sender,
    Destination: { ToAddresses: [...recipients] },
    Template: 'notice',
    TemplateData: '{"name":"Ada","nameHtml":"Ada"}',
  });

async function statuses(count: number): Promise<Record<string, number>> {
  const answer = await bench.client.send(bulk(crowd(count)));
  const counts: Record<string, number> = {};
  for (const { Status: status } of answer.Status ?? [])
    counts[status ?? ''] = (counts[status ?? ''] ?? 0) + 1;
  return counts;
}

test('a rested account takes one second of its rate at once; beyond it destinations are throttled, then whole calls', async () => {
  bench.server.settings.maxSendRate = 14;
  expect(await statuses(20)).toEqual({ Success: 14, AccountThrottled: 6 });
  expect(await refusal(bench.client.send(bulk(crowd(5))))).toEqual({
    name: 'Throttling',
    message: 'Maximum sending rate exceeded.',
    status: 400,
  });
  bench.clock.now += 500;
  expect(await statuses(10)).toEqual({ Success: 7, AccountThrottled: 3 });
  expect(bench.server.accepted().messages).toBe(21);
});

test('one message for many recipients goes through and is paid off afterwards', async () => {
  bench.server.settings.maxSendRate = 1;
  await bench.client.send(
    templated(['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com', 'e@example.com']),
  );
  bench.clock.now += 4900;
  expect((await refusal(bench.client.send(templated(['f@example.com'])))).message).toBe(
    'Maximum sending rate exceeded.',
  );
  bench.clock.now += 100;
  await bench.client.send(templated(['f@example.com']));
});

test('bulk may be set to go into debt instead', async () => {
  bench.server.settings.maxSendRate = 14;
  bench.server.settings.bulkBeyondRate = 'debt';
  expect(await statuses(50)).toEqual({ Success: 50 });
  bench.clock.now += 2600;
  expect((await refusal(bench.client.send(bulk(crowd(1))))).name).toBe('Throttling');
  bench.clock.now += 100;
  expect(await statuses(1)).toEqual({ Success: 1 });
});

test('the daily quota counts a rolling day, refuses by destination, and frees as the day rolls on', async () => {
  bench.server.settings.max24HourSend = 60;
  expect(await statuses(50)).toEqual({ Success: 50 });
  bench.clock.now += 3_600_000;
  expect(await statuses(20)).toEqual({ Success: 10, AccountDailyQuotaExceeded: 10 });
  expect(await refusal(bench.client.send(bulk(crowd(1))))).toMatchObject({
    name: 'Throttling',
    message: 'Daily message quota exceeded.',
  });
  expect((await refusal(bench.client.send(templated(['a@example.com'])))).message).toBe(
    'Daily message quota exceeded.',
  );
  bench.clock.now += 23 * 3_600_000;
  expect(await statuses(50)).toEqual({ Success: 50 });
});

test('GetSendQuota tells the limits and the use, also what others in the account sent', async () => {
  Object.assign(bench.server.settings, { maxSendRate: 50, max24HourSend: 50_000 });
  await bench.client.send(bulk(crowd(3)));
  bench.server.quota.useElsewhere(100);
  const { Max24HourSend, MaxSendRate, SentLast24Hours } = await bench.client.send(
    new GetSendQuotaCommand({}),
  );
  expect({ Max24HourSend, MaxSendRate, SentLast24Hours }).toEqual({
    Max24HourSend: 50_000,
    MaxSendRate: 50,
    SentLast24Hours: 103,
  });
});

test('mail to the simulator is held to the rate and free of the daily quota', async () => {
  Object.assign(bench.server.settings, { maxSendRate: 2, max24HourSend: 0 });
  await bench.client.send(
    bulk([to('success@simulator.amazonses.com'), to('bounce+7@simulator.amazonses.com')]),
  );
  expect((await refusal(bench.client.send(bulk([to('success@simulator.amazonses.com')])))).message).toBe(
    'Maximum sending rate exceeded.',
  );
  bench.clock.now += 1000;
  expect((await refusal(bench.client.send(bulk(crowd(1))))).message).toBe('Daily message quota exceeded.');
});

test('calls a second can be limited, with a message that is neither of the two about mail', async () => {
  Object.assign(bench.server.settings, { controlCallsPerSecond: 1, bulkCallsPerSecond: 1 });
  const get = (): Promise<unknown> => bench.client.send(new GetTemplateCommand({ TemplateName: 'notice' }));
  await get();
  expect(await refusal(get())).toMatchObject({ name: 'Throttling', message: 'Rate exceeded' });
  await bench.client.send(bulk(crowd(1)));
  expect((await refusal(bench.client.send(bulk(crowd(1))))).message).toBe('Rate exceeded');
  await bench.client.send(templated(['a@example.com']));
  await bench.client.send(templated(['b@example.com']));
  bench.clock.now += 1000;
  await get();
});

test('a limit that makes no sense stops the server from starting', async () => {
  await expect(open({ settings: { maxSendRate: -1 } })).rejects.toThrow('maxSendRate is -1');
  await expect(open({ settings: { max24HourSend: Number.NaN } })).rejects.toThrow('max24HourSend');
});

test('whatever the calls, no more gets through than capacity plus what the time refilled', () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 3000 }), count: fc.integer({ min: 1, max: 50 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 500 }), (steps, perSecond) => {
      let now = 1_000_000;
      const bucket = new TokenBucket(
        () => ({ perSecond, capacity: perSecond }),
        () => now,
      );
      const start = now;
      let sent = 0;
      for (const { wait, count } of steps) {
        now += wait;
        if (bucket.take(count)) sent += count;
        // A message may overdraw by its own recipients; that is all the debt there can be.
        expect(sent).toBeLessThanOrEqual(perSecond + ((now - start) / 1000) * perSecond + 49 + 1e-6);
      }
    }),
  );
});

test('a sender that keeps to the rate is never throttled, whatever the sizes of its calls', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 80 }), (sizes) => {
      let now = 0;
      const bucket = new TokenBucket(
        () => ({ perSecond: 50, capacity: 50 }),
        () => now,
      );
      for (const size of sizes) {
        for (let one = 0; one < size; one += 1) expect(bucket.take(1)).toBe(true);
        now += (size / 50) * 1000;
      }
    }),
    { numRuns: 40 },
  );
});

test('the quota in use is what was recorded in the last day, to the second', () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 40_000_000 }),
    count: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now = 5_000_000_000;
      const quota = new DailyQuota(() => now);
      const log: { at: number; count: number }[] = [];
      for (const { wait, count } of steps) {
        now += wait;
        quota.record(count);
        log.push({ at: now, count });
        const within = (margin: number): number =>
          log.filter(({ at }) => at > now - 86_400_000 + margin).reduce((sum, { count }) => sum + count, 0);
        expect(quota.used()).toBeGreaterThanOrEqual(within(1000));
        expect(quota.used()).toBeLessThanOrEqual(within(-1000));
      }
    }),
    { numRuns: 40 },
  );
});
