// Over real HTTP and a real DynamoDB engine: npm run simulate -- --real --seeds 100; more corrections: npm run simulate --
// --correct --seeds 2000. CI runs both.
import { correct } from './correct.ts';
import { simulate, size } from './simulate.ts';

const replay =
  (seed: number, how: string) =>
  (cause: unknown): never => {
    throw new Error(`Seed ${seed} broke the promise. Replay: npm run simulate -- ${how}--seed ${seed}`, {
      cause,
    });
  };

test('scenario 34: whatever dies, lies or stalls, each affected customer is accepted once or listed (1,000 seeds)', async () => {
  let tripped = 0;
  for (let seed = 1; seed <= 1000; seed += 1)
    tripped += (await simulate(seed, size).catch(replay(seed, ''))).tripped;
  // Events come in, and some of them are bad enough.
  expect(tripped).toBeGreaterThan(20);
}, 120_000);

test('whatever people order meanwhile, whoever was told of a version that is withdrawn is corrected once or listed, and nobody else is (60 seeds)', async () => {
  for (let seed = 1; seed <= 60; seed += 1) await correct(seed, size).catch(replay(seed, '--correct '));
}, 120_000);
