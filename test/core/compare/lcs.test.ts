import * as fc from 'fast-check';
import { bitLcs } from '../../../lambda/core/compare/bit-lcs.ts';
import { heaviestIncreasing } from '../../../lambda/core/compare/increasing.ts';
import { commonRuns } from '../../../lambda/core/compare/lcs.ts';
import type { Run } from '../../../lambda/core/compare/runs.ts';

const list = (size: number) =>
  fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: size }).map((all) => Int32Array.from(all));
const lengthOf = (runs: readonly Run[]) => runs.reduce((sum, { length }) => sum + length, 0);

/** The textbook dynamic programme. */
function lcsLength(a: Int32Array, b: Int32Array): number {
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const row = [0];
    for (let j = 0; j < b.length; j++)
      row.push(x === b[j] ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!));
    above = row;
  }
  return above[b.length]!;
}

function expectCommon(a: Int32Array, b: Int32Array, runs: readonly Run[]): void {
  let [old, fresh] = [0, 0];
  for (const run of runs) {
    expect(run.old >= old && run.new >= fresh && run.length > 0).toBe(true);
    [old, fresh] = [run.old + run.length, run.new + run.length];
    expect(a.subarray(run.old, old)).toEqual(b.subarray(run.new, fresh));
  }
  expect(old <= a.length && fresh <= b.length).toBe(true);
}

describe('the longest common subsequence', () => {
  test('is as long as the dynamic programme says', () => {
    fc.assert(
      fc.property(list(90), list(90), (a, b) => {
        for (const runs of [bitLcs(a, b), commonRuns(a, b).runs]) {
          expectCommon(a, b, runs);
          expect(lengthOf(runs)).toBe(lcsLength(a, b));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of long lists that are nearly the same is exact', () => {
    const a = Int32Array.from({ length: 30_000 }, (_, at) => at % 7);
    const b = a.filter((_, at) => at % 3_000 !== 1);
    expect(commonRuns(a, b)).toMatchObject({ degraded: false });
    expect(lengthOf(commonRuns(a, b).runs)).toBe(b.length);
  });

  test('of long lists is divided at what is unique', () => {
    const a = Int32Array.from({ length: 20_000 }, (_, at) => (at % 5 === 0 ? 10 + at : at % 3));
    const b = Int32Array.from(a, (id, at) => (at % 4 === 1 ? 7 : id));
    const { runs, degraded } = commonRuns(a, b);
    expectCommon(a, b, runs);
    expect(degraded).toBe(false);
    expect(lengthOf(runs)).toBeGreaterThanOrEqual(15_000);
  });

  test('of long lists with nothing unique is given up, and said so', () => {
    const a = Int32Array.from({ length: 20_000 }, (_, at) => ((at * at) >> 3) % 3);
    const b = Int32Array.from({ length: 20_000 }, (_, at) => ((at * at * 5) >> 4) % 3);
    expect(commonRuns(a, b).degraded).toBe(true);
  });
});

test('the heaviest increasing subsequence is the heaviest of all', () => {
  const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(values, (pairs) => {
      const chain = heaviestIncreasing(
        pairs.map(([value]) => value),
        pairs.map(([, weight]) => weight),
      );
      const picked = chain.map((at) => pairs[at]![0]);
      expect(picked.every((value, step) => step === 0 || value > picked[step - 1]!)).toBe(true);
      let best = 0;
      for (let subset = 0; subset < 1 << pairs.length; subset++) {
        const chosen = pairs.filter((_, at) => subset & (1 << at));
        const rising = chosen.every(([value], at) => at === 0 || value > chosen[at - 1]![0]);
        if (rising)
          best = Math.max(
            best,
            chosen.reduce((sum, [, weight]) => sum + weight, 0),
          );
      }
      expect(chain.reduce((sum, at) => sum + pairs[at]![1], 0)).toBe(best);
    }),
    { numRuns: 60 },
  );
});
