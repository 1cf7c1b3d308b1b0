// Over real HTTP and a real DynamoDB engine: npm run simulate -- --real --seeds 100, which CI runs.
import { simulate } from './simulate.ts';

const replay = (seed: number, how: string) => (cause: unknown) => {
  throw new Error(`Seed ${seed} broke the promise. Replay: npm run simulate -- ${how}--seed ${seed}`, {
    cause,
  });
};

test('scenario 34: whatever dies, lies or stalls, each affected customer is accepted once or listed (1,000 seeds)', async () => {
  for (let seed = 1; seed <= 1000; seed += 1) await simulate(seed, 40).catch(replay(seed, ''));
}, 120_000);
