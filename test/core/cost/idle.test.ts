import { defaultIdleInput, idleCost, watched } from '../../../lambda/core/cost/idle.ts';
import { promises } from '../../../lib/watch/promises.ts';

test('an idle month costs less than $2 in the first year', () => {
  expect(idleCost(defaultIdleInput).afterFree).toBeLessThan(2);
});

test('each of the first two rotations of the key adds a dollar, and no other does', () => {
  const after = [0, 1, 2, 3].map((rotations) => idleCost({ ...defaultIdleInput, rotations }).afterFree);
  expect(after.slice(1).map((cost, year) => cost - (after[year] ?? 0))).toEqual([
    expect.closeTo(1, 9),
    expect.closeTo(1, 9),
    0,
  ]);
});

test('without free tiers it costs at least as much', () => {
  const { afterFree, atListPrice } = idleCost(defaultIdleInput);
  expect(atListPrice).toBeGreaterThanOrEqual(afterFree);
});

test('every alarm of the stack is counted', () => {
  expect(watched.alarms).toBe(Object.keys(promises).length);
});

test('fewer than no customers are refused', () => {
  expect(() => idleCost({ ...defaultIdleInput, customers: -1 })).toThrow('Give counts of zero or more');
});
