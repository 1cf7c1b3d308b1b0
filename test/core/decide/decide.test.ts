import * as fc from 'fast-check';
import { addDays, addPeriod, daysBetween } from '../../../lambda/core/calendar/local-date.ts';
import { decide } from '../../../lambda/core/decide/decide.ts';
import { BadDate } from '../../../lambda/core/errors.ts';
import { regimeIds } from '../../../lambda/core/settings/regimes.ts';
import { significances } from '../../../lambda/core/significance.ts';
import { day, documentOf, input, policy } from './input.ts';

const promises60 = documentOf(
  'Changes to this policy',
  'We will notify you at least sixty (60) days before a material change.',
);

describe('the first version', () => {
  it('keeps its date, however old, and nobody is mailed', () => {
    const decision = decide(input({ baseline: true, previousPosted: null, previousSourceDate: null }));
    expect(decision).toMatchObject({
      effectiveDate: '2017-01-03',
      previousEffectiveDate: '2017-01-03',
      requestedDate: null,
      notify: false,
      postAs: 'current',
      periods: [],
    });
  });

  it('gets the date of today in its own time zone when it has none', () => {
    const late = { baseline: true, sourceDate: null, now: '2025-02-28T23:30:00Z' };
    expect(decide(input(late)).effectiveDate).toBe('2025-03-01');
    expect(decide(input({ ...late, timeZone: 'UTC' })).effectiveDate).toBe('2025-02-28');
    expect(decide(input(late)).previousEffectiveDate).toBeNull();
  });

  it('waits for a date that lies ahead', () => {
    const decision = decide(input({ baseline: true, sourceDate: day('2025-05-01') }));
    expect(decision).toMatchObject({ effectiveDate: '2025-05-01', postAs: 'upcoming', notify: false });
  });
});

describe('a minor change', () => {
  it.each(['none', 'minor'] as const)(
    '(%s) is posted today, the date moves, nobody is mailed',
    (significance) => {
      expect(decide(input({ significance }))).toMatchObject({
        effectiveDate: '2025-02-28',
        previousEffectiveDate: '2017-01-03',
        notify: false,
        postAs: 'current',
        warnings: [],
      });
    },
  );

  it('leaves the date where the policy says that minor changes do not move it', () => {
    const still = { ...policy, minorMovesDate: false };
    expect(decide(input({ significance: 'minor', policy: still })).effectiveDate).toBe('2017-01-03');
    const undated = { previousPosted: null, previousSourceDate: null, sourceDate: null };
    expect(decide(input({ significance: 'minor', policy: still, ...undated })).effectiveDate).toBe(
      '2025-02-28',
    );
  });

  it('takes effect on a later date the publisher wrote', () => {
    const decision = decide(input({ significance: 'minor', sourceDate: day('2025-03-15') }));
    expect(decision).toMatchObject({
      effectiveDate: '2025-03-15',
      requestedDate: '2025-03-15',
      notify: false,
      postAs: 'upcoming',
    });
  });

  it('is flagged where the policy promises notice of every change', () => {
    const document = documentOf(
      'Changes',
      'We will inform you 14 days in advance of any changes to this policy.',
    );
    expect(decide(input({ significance: 'minor', document })).warnings.join()).toContain('section "Changes"');
    expect(decide(input({ significance: 'minor', document: promises60 })).warnings).toEqual([]);
    expect(decide(input({ significance: 'none', document })).warnings).toEqual([]);
  });
});

describe('a significant change', () => {
  it('is announced, and applies thirty days after sending ends', () => {
    const decision = decide(input());
    expect(decision).toMatchObject({
      effectiveDate: '2025-04-02',
      notify: true,
      postAs: 'upcoming',
      warnings: [],
    });
    expect(decision.words).toContain(
      'Today, in Europe/Berlin, is 2025-02-28. Sending is planned to end on 2025-03-03.',
    );
    expect(decision.words.join(' ')).toContain('30 days after 2025-03-03 is 2025-04-02');
  });

  it('is also what needs review, and the words say so', () => {
    const decision = decide(input({ significance: 'review' }));
    expect(decision).toMatchObject({ effectiveDate: '2025-04-02', notify: true, significance: 'review' });
    expect(decision.words[0]).toContain('treated as if it were');
  });

  it('gives the longest of all periods that apply, with a line and a citation for each', () => {
    const decision = decide(
      input({ policy: { ...policy, regimes: ['gdpr', 'eu-payments', 'us-credit-cards'] } }),
    );
    expect(decision.effectiveDate).toBe('2025-05-04');
    expect(decision.periods.map(({ rule, period, earliest }) => [rule, period, earliest])).toEqual([
      ['Own setting', 'P30D', '2025-04-02'],
      ['GDPR / EEA', 'P14D', '2025-03-17'],
      ['EU/UK payment services', 'P2M1D', '2025-05-04'],
      ['US credit cards', 'P45D', '2025-04-17'],
    ]);
    expect(decision.periods.every(({ citation }) => citation !== '')).toBe(true);
    expect(decision.periods[1]?.citation).toContain('house value; primary text read');
  });

  it('counts calendar months as calendar months', () => {
    const telecoms = { ...policy, significantDays: 0, regimes: ['eu-telecoms' as const] };
    const on = (now: string): string =>
      decide(input({ policy: telecoms, sendingDays: 0, now })).effectiveDate;
    expect(on('2025-01-31T12:00:00Z')).toBe('2025-03-01');
    expect(on('2024-01-31T12:00:00Z')).toBe('2024-03-01');
    expect(on('2025-03-31T12:00:00Z')).toBe('2025-05-01');
  });

  it('rounds a part of a day of sending up', () => {
    expect(decide(input({ sendingDays: 0.01 })).effectiveDate).toBe('2025-03-31');
    expect(decide(input({ sendingDays: 0 })).effectiveDate).toBe('2025-03-30');
  });

  it('applies at once where no notice is asked for', () => {
    const decision = decide(input({ policy: { ...policy, significantDays: 0 }, sendingDays: 0 }));
    expect(decision).toMatchObject({ effectiveDate: '2025-02-28', notify: true, postAs: 'current' });
  });

  it("keeps the policy's own promise where the settings are shorter, and says so", () => {
    const decision = decide(input({ document: promises60 }));
    expect(decision.effectiveDate).toBe('2025-05-02');
    expect(decision.periods.at(-1)).toMatchObject({ rule: "The policy's own promise", period: 'P60D' });
    expect(decision.warnings).toEqual([
      expect.stringContaining('The settings alone would permit 2025-04-02'),
    ]);
    expect(
      decide(input({ document: promises60, policy: { ...policy, significantDays: 60 } })).warnings,
    ).toEqual([]);
  });
});

describe('a date the publisher writes', () => {
  it('is honoured when it is late enough', () => {
    const decision = decide(input({ sourceDate: day('2025-05-01') }));
    expect(decision).toMatchObject({
      effectiveDate: '2025-05-01',
      requestedDate: '2025-05-01',
      warnings: [],
    });
    expect(decision.words.join(' ')).toContain('which is late enough');
  });

  it('is moved to the earliest permitted date when it is not, and that is said', () => {
    const decision = decide(input({ sourceDate: day('2025-03-10') }));
    expect(decision).toMatchObject({ effectiveDate: '2025-04-02', requestedDate: '2025-03-10' });
    expect(decision.warnings).toEqual([
      'The date asked for, 2025-03-10, was moved to 2025-04-02: Own setting asks for 30 days of notice.',
    ]);
  });

  it('is no request when it is the old one, or the one that is posted', () => {
    expect(decide(input()).requestedDate).toBeNull();
    const posted = { previousPosted: day('2020-05-05'), sourceDate: day('2020-05-05') };
    expect(decide(input(posted)).requestedDate).toBeNull();
    expect(decide(input({ sourceDate: null })).requestedDate).toBeNull();
  });

  it.each(significances)('is refused when it is new and has passed (%s), with what to do', (significance) => {
    const past = (): unknown => decide(input({ significance, sourceDate: day('2025-02-27') }));
    expect(past).toThrow(BadDate);
    expect(past).toThrow(
      /Version 2 of privacy-policy .* 2025-02-27, which has passed .*Remove the date line/,
    );
  });

  it('may be today', () => {
    expect(decide(input({ significance: 'minor', sourceDate: day('2025-02-28') })).postAs).toBe('current');
  });
});

describe('a version that takes the place of an announced one', () => {
  const keeps = { significance: 'minor' as const, keepsDate: day('2025-04-02') };

  it('keeps its date, without mail', () => {
    const decision = decide(input(keeps));
    expect(decision).toMatchObject({
      effectiveDate: '2025-04-02',
      notify: false,
      postAs: 'upcoming',
      warnings: [],
    });
  });

  it('cannot move that date by a new date line; that is said', () => {
    const decision = decide(input({ ...keeps, sourceDate: day('2025-06-01') }));
    expect(decision.effectiveDate).toBe('2025-04-02');
    expect(decision.warnings).toEqual([expect.stringContaining('postpone the announced version')]);
  });
});

describe('every decision', () => {
  const anyInput = fc
    .record({
      significance: fc.constantFrom(...significances),
      baseline: fc.boolean(),
      sendingDays: fc.double({ min: 0, max: 20, noNaN: true }),
      days: fc.integer({ min: 0, max: 366 }),
      regimes: fc.subarray([...regimeIds]),
      asked: fc.option(fc.integer({ min: 0, max: 400 })),
      minute: fc.integer({ min: 0, max: 2_000_000 }),
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/Los_Angeles'),
    })
    .map(({ days, regimes, asked, minute, ...facts }) =>
      input({
        ...facts,
        policy: { ...policy, significantDays: days, regimes },
        now: new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString(),
        ...(asked === null ? {} : { sourceDate: addDays(day('2028-01-01'), asked) }),
      }),
    );

  it('is never before any period it names, never in the past when customers are told, and the same twice', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const decision = decide(given);
        expect(decide(given)).toEqual(decision);
        const ends = addDays(decision.decidedOn, Math.ceil(given.sendingDays));
        for (const { earliest, period } of decision.periods) {
          expect(earliest).toBe(addPeriod(ends, period));
          expect(daysBetween(earliest, decision.effectiveDate)).toBeGreaterThanOrEqual(0);
          expect(decision.words.join(' ')).toContain(earliest);
        }
        expect(decision.postAs === 'upcoming').toBe(decision.effectiveDate > decision.decidedOn);
        expect(decision.notify && decision.effectiveDate < ends).toBe(false);
        expect(decision.notify && given.baseline).toBe(false);
        expect(decision.words.join(' ')).toContain(decision.effectiveDate);
      }),
      { numRuns: 300 },
    );
  });
});
