import * as fc from 'fast-check';
import { ErrorName } from '../../../lambda/core/errors.ts';
import type { SendQuota } from '../../../lambda/core/outcome/mailer.ts';
import { forecast, refuseUnfeasible } from '../../../lambda/core/pacing/feasible.ts';
import type { Limits } from '../../../lambda/core/pacing/plan.ts';
import { callSizeFor, hasRoom, roomToday, sharesOf, usableRate } from '../../../lambda/core/pacing/plan.ts';

const refused = { name: ErrorName.PlanRefused };

function limits(quota: Partial<SendQuota>, changes: Partial<Limits> = {}): Limits {
  const all = { perDay: null, perSecond: 100, sentLastDay: 0, ...quota };
  return { quota: all, headroom: 0.9, reservePerDay: 0, rateCap: null, ...changes };
}

test.each([
  [0.5, 1],
  [1, 1],
  [14, 7],
  [50, 25],
  [99, 49],
  [100, 50],
  [1000, 50],
])('at %d a second a call has %d recipients', (rate, size) => {
  expect(callSizeFor(rate)).toBe(size);
});

test.each([
  [14, 1],
  [500, 1],
  [556, 2],
  [1000, 2],
  [5000, 9],
])('at %d a second there are %d senders', (perSecond, senders) => {
  expect(sharesOf(limits({ perSecond }), [...Array(16).keys()], Infinity)).toHaveLength(senders);
});

test('shares divide segments, rate and room among the senders, none twice, and never more than there is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 64 }),
      fc.integer({ min: 1, max: 100_000 }),
      (perSecond, segments, room) => {
        const all = [...Array(segments).keys()];
        const shares = sharesOf(limits({ perSecond }), all, room);
        expect(shares.flatMap((share) => share.segments).toSorted((a, b) => a - b)).toEqual(all);
        expect(shares.reduce((sum, { rate }) => sum + rate, 0)).toBeCloseTo(perSecond * 0.9);
        expect(shares.reduce((sum, { budget }) => sum + budget, 0)).toBeLessThanOrEqual(room);
        for (const { callSize, budget } of shares) {
          expect(callSize).toBeGreaterThanOrEqual(1);
          expect(callSize).toBeLessThanOrEqual(Math.min(50, budget));
        }
      },
    ),
  );
});

test('senders start one after the other, a call apart', () => {
  expect(sharesOf(limits({ perSecond: 1000 }), [0, 1], Infinity).map(({ stagger }) => stagger)).toEqual([
    0, 56,
  ]);
});

test('a rate cap of the control item is a ceiling', () => {
  expect(usableRate(limits({ perSecond: 100 }, { rateCap: 10 }))).toBe(10);
  expect(sharesOf(limits({ perSecond: 100 }, { rateCap: 10 }), [0], Infinity)[0]).toMatchObject({
    rate: 10,
    callSize: 5,
  });
});

test.each([
  [{ perDay: null }, 0, Infinity],
  [{ perDay: 1000, sentLastDay: 300 }, 100, 600],
  [{ perDay: 1000, sentLastDay: 2000 }, 0, 0],
])('with %j and %d reserved there is room for %d today', (quota, reservePerDay, room) => {
  expect(roomToday(limits(quota, { reservePerDay }))).toBe(room);
});

test('a round waits for room for a whole call, unless the account never has so much', () => {
  expect(hasRoom(limits({ perDay: 1000 }), 49)).toBe(false);
  expect(hasRoom(limits({ perDay: 1000 }), 50)).toBe(true);
  expect(hasRoom(limits({ perDay: 10 }), 10)).toBe(true);
  expect(hasRoom(limits({ perDay: 10 }), 0)).toBe(false);
});

test.each([{ perSecond: 0 }, { perDay: 0 }])(
  'an account with a quota of %j is told to ask for one',
  (quota) => {
    expect(() => usableRate(limits(quota))).toThrow(expect.objectContaining(refused));
  },
);

describe('a plan', () => {
  const bounds = { now: 0, until: null, maxRecipients: 20_000_000 };

  test('of 10 million at 14 a second stays under 20,000 history events', () => {
    const { events, milliseconds } = forecast(limits({ perSecond: 14 }), 10_000_000, 8);
    expect(events).toBeLessThan(20_000);
    expect(milliseconds / 86_400_000).toBeCloseTo(9.19, 1);
    expect(() => refuseUnfeasible(limits({ perSecond: 14 }), 10_000_000, 8, bounds)).not.toThrow();
  });

  test('too long for one execution is refused with what to change', () => {
    expect(() => refuseUnfeasible(limits({ perSecond: 14 }), 12_000_000, 8, bounds)).toThrow(
      /higher send rate/,
    );
    expect(() => refuseUnfeasible(limits({ perSecond: 100, perDay: 200 }), 10_000, 8, bounds)).toThrow(
      /history events/,
    );
  });

  test('that ends too late is refused', () => {
    const hour = { ...bounds, until: 3_600_000 };
    expect(() => refuseUnfeasible(limits({ perSecond: 14 }), 45_000, 8, hour)).not.toThrow();
    expect(() => refuseUnfeasible(limits({ perSecond: 14 }), 46_000, 8, hour)).toThrow(/plannedDays/);
  });

  test('over the cap is refused', () => {
    expect(() => refuseUnfeasible(limits({}), 11, 8, { ...bounds, maxRecipients: 10 })).toThrow(
      /maxRecipients/,
    );
  });

  test('that reserves the whole daily quota is refused', () => {
    const all = limits({ perDay: 1000 }, { reservePerDay: 1000 });
    expect(() => refuseUnfeasible(all, 10, 8, bounds)).toThrow(/reservePerDay/);
  });
});
