import { limits, recent, silenceOf, tripOf } from '../../../lambda/core/breaker/breaker.ts';
import type { Counts, Minute } from '../../../lambda/core/breaker/minute.ts';
import { minuteOf, noCounts } from '../../../lambda/core/breaker/minute.ts';
import { firstCeiling, gateFault, nextCeiling } from '../../../lambda/core/breaker/ramp.ts';

const counts = (of: Partial<Counts>): Counts => ({ ...noCounts, ...of });

describe('the breaker', () => {
  test.each([
    ['15 of 500 bounced', { heard: 500, bounced: 15 }, false],
    ['16 of 500 bounced', { heard: 500, bounced: 16 }, true],
    ['all of the first 499 bounced', { heard: 499, bounced: 499 }, false],
    ['4 of 1,000 complained', { heard: 1_000, complained: 4 }, false],
    ['5 of 1,000 complained', { heard: 1_000, complained: 5 }, true],
    ['5 of 10,000 complained', { heard: 10_000, complained: 5 }, false],
    ['6 of 10,000 complained', { heard: 10_000, complained: 6 }, true],
    ['9 could not be rendered', { heard: 9, unrendered: 9 }, false],
    ['10 could not be rendered', { heard: 100_000, unrendered: 10 }, true],
    ['one was rejected', { heard: 100_000, rejected: 1 }, true],
    ['nothing came', {}, false],
  ])('%s', (_, of, trips) => {
    expect(tripOf(counts(of)) !== null).toBe(trips);
  });

  test('trips below where SES reviews an account, and says where that is written', () => {
    const shareOf = (sign: string) => limits.find((one) => one.sign === sign)?.share;
    expect(shareOf('bounced')).toBeLessThan(0.05);
    expect(shareOf('complained')).toBeLessThan(0.001);
    for (const { citation } of limits) expect(citation).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

describe('the window', () => {
  async function* minutes(
    all: readonly (Partial<Minute> & { readonly ago: number })[],
  ): AsyncGenerator<Minute> {
    for (const { ago, ...one } of all)
      yield { ...noCounts, closed: false, minute: minuteOf(Date.UTC(2026, 0, 5, 12) - ago * 60_000), ...one };
  }
  const each = (heard: number, length: number) => Array.from({ length }, (_, ago) => ({ ago, heard }));

  test('is ten minutes when many are sent, and 5,000 mails when few are', async () => {
    expect((await recent(minutes(each(10_000, 30)))).counts.heard).toBe(100_000);
    expect((await recent(minutes(each(100, 300)))).counts.heard).toBe(5_000);
  });

  test('reaches back to where a person was asked, and no further', async () => {
    const all = [
      { ago: 0, heard: 7 },
      { ago: 1, heard: 900, bounced: 900, closed: true },
      { ago: 2, rejected: 5 },
    ];
    expect(await recent(minutes(all))).toEqual({ counts: counts({ heard: 7 }), until: '2026-01-05T12:00' });
  });

  test('is empty before anything came', async () => {
    expect(await recent(minutes([]))).toEqual({ counts: noCounts, until: '' });
  });
});

test('ten minutes of sending without an event are silence', () => {
  const at = (minute: number) => minute * 60_000;
  expect(silenceOf({ firstSentAt: at(1), lastSentAt: at(10), heardAt: null })).toBeNull();
  expect(silenceOf({ firstSentAt: at(1), lastSentAt: at(11), heardAt: null })).toMatch(/for 10 minutes/);
  expect(silenceOf({ firstSentAt: at(1), lastSentAt: at(60), heardAt: at(51) })).toBeNull();
  expect(silenceOf({ firstSentAt: at(1), lastSentAt: at(60), heardAt: at(50) })).not.toBeNull();
});

describe('the ramp', () => {
  test('has 1,000, then one in a hundred, then all; none below 10,000 or without events', () => {
    expect(firstCeiling({ expected: 9_999, feedback: 'required' })).toBeNull();
    expect(firstCeiling({ expected: 1_000_000, feedback: 'off' })).toBeNull();
    expect(firstCeiling({ expected: 10_000, feedback: 'required' })).toBe(1_000);
    expect(nextCeiling(1_000, { expected: 10_000 })).toBeNull();
    expect(nextCeiling(1_000, { expected: 1_000_000 })).toBe(10_000);
    expect(nextCeiling(10_000, { expected: 1_000_000 })).toBeNull();
  });

  test('goes on when 99 % were heard of and nothing is wrong', () => {
    expect(gateFault(1_000, counts({ heard: 990 }))).toBeNull();
    expect(gateFault(1_000, counts({ heard: 989 }))).toMatch(/989 of the first 1000/);
    expect(gateFault(1_000, counts({ heard: 1_000, unrendered: 1 }))).toMatch(/rendered/);
    expect(gateFault(1_000, counts({ heard: 1_000, bounced: 31 }))).toMatch(/bounced/);
  });
});
