import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  addPeriod,
  daysBetween,
  inWords,
  parseLocalDate,
  startOfDay,
  todayIn,
} from '../../../lambda/core/calendar/local-date.ts';
import { partsOf, weekdayOf } from '../../../lambda/core/calendar/day.ts';
import { dateLanguages } from '../../../lambda/core/calendar/languages.ts';
import { monthNames, weekdayNames } from '../../../lambda/core/calendar/names.ts';
import { BadDate } from '../../../lambda/core/errors.ts';
import type { LocalDate } from '../../../lambda/core/ids.ts';

const day = (text: string): LocalDate => parseLocalDate(text);
const anyDay = fc.integer({ min: 0, max: 200_000 }).map((days) => addDays(day('1800-01-01'), days));

describe('a local date', () => {
  it.each(['2025-02-30', '2023-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '0999-01-01'])(
    'refuses %s, which is no day of the calendar',
    (text) => {
      expect(() => day(text)).toThrow(BadDate);
    },
  );

  it.each(['2025-2-3', '03.02.2025', '', '2025-02-03T00:00:00Z', 'today'])(
    'refuses the form "%s"',
    (text) => {
      expect(() => day(text)).toThrow('is not a date');
    },
  );

  it('knows leap years, the centuries among them', () => {
    expect(day('2024-02-29')).toBe('2024-02-29');
    expect(day('2000-02-29')).toBe('2000-02-29');
    expect(() => day('1900-02-29')).toThrow(BadDate);
  });

  it('counts days there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const there = addDays(from, days);
        expect(daysBetween(from, there)).toBe(days);
        expect(addDays(there, -days)).toBe(from);
        expect((weekdayOf(from) + (((days % 7) + 7) % 7)) % 7).toBe(weekdayOf(there));
      }),
    );
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
    ['2025-05-15', 12, '2026-05-15'],
  ])('%s and %i calendar months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('never leaves the month it should land in', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const before = partsOf(from);
        const after = partsOf(addMonths(from, months));
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        expect(after.day).toBeLessThanOrEqual(before.day);
      }),
    );
  });

  it.each([
    ['2025-03-03', 'P30D', '2025-04-02'],
    ['2025-12-31', 'P2M', '2026-02-28'],
    ['2025-01-31', 'P1M1D', '2025-03-01'],
    ['2025-01-31', 'P2W', '2025-02-14'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2025-01-31', 'P0D', '2025-01-31'],
  ])('%s and %s is %s', (from, period, to) => {
    expect(addPeriod(day(from), period)).toBe(to);
  });

  it.each(['P', '30D', 'PT24H', 'P1.5D', '-P1D', ''])('refuses the period "%s"', (period) => {
    expect(() => addPeriod(day('2025-01-01'), period)).toThrow(BadDate);
  });

  it('refuses to count past the year 9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(BadDate);
  });
});

describe('today and the start of a day', () => {
  it('is the day of the zone, not of UTC', () => {
    expect(todayIn('UTC', '2025-02-03T23:30:00Z')).toBe('2025-02-03');
    expect(todayIn('Europe/Berlin', '2025-02-03T23:30:00Z')).toBe('2025-02-04');
    expect(todayIn('America/Los_Angeles', '2025-02-03T07:59:59Z')).toBe('2025-02-02');
    expect(() => todayIn('UTC', 'soon')).toThrow(BadDate);
  });

  it.each([
    ['2025-01-01', 'UTC', '2025-01-01T00:00:00.000Z'],
    ['2025-03-30', 'Europe/Berlin', '2025-03-29T23:00:00.000Z'],
    ['2025-03-31', 'Europe/Berlin', '2025-03-30T22:00:00.000Z'],
    ['2025-07-01', 'Asia/Kolkata', '2025-06-30T18:30:00.000Z'],
    ['2025-01-01', 'Pacific/Kiritimati', '2024-12-31T10:00:00.000Z'],
    ['2025-01-01', 'Etc/GMT+12', '2025-01-01T12:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s begins in %s at %s', (date, zone, instant) => {
    expect(startOfDay(day(date), zone)).toBe(instant);
  });

  it('goes on with the next day where a zone leapt over one', () => {
    expect(startOfDay(day('2011-12-30'), 'Pacific/Apia')).toBe(startOfDay(day('2011-12-31'), 'Pacific/Apia'));
  });

  it('is the first millisecond of its day', () => {
    const zones = [
      'Europe/Paris',
      'America/New_York',
      'Asia/Tokyo',
      'Australia/Lord_Howe',
      'America/St_Johns',
    ];
    const days = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1990-01-01'), days));
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (date, zone) => {
        const start = Date.parse(startOfDay(date, zone));
        expect(todayIn(zone, new Date(start).toISOString())).toBe(date);
        expect(todayIn(zone, new Date(start - 1).toISOString())).toBe(addDays(date, -1));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a date in words', () => {
  it.each([
    ['en', 'January 3, 2017'],
    ['en-GB', 'January 3, 2017'],
    ['de', '3. Januar 2017'],
    ['fr', '3 janvier 2017'],
    ['es', '3 de enero de 2017'],
    ['it', '3 gennaio 2017'],
    ['pt', '3 de janeiro de 2017'],
    ['nl', '3 januari 2017'],
    ['fi', 'January 3, 2017'],
  ])('reads in %s as %s', (language, words) => {
    expect(inWords(day('2017-01-03'), language)).toBe(words);
  });

  it('writes the French first of a month as one does', () => {
    expect(inWords(day('2017-05-01'), 'fr')).toBe('1er mai 2017');
  });

  it('uses the names that the Unicode locale data give', () => {
    for (const language of dateLanguages) {
      const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
      const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
      const months = Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 15)));
      const weekdays = Array.from({ length: 7 }, (_, index) => weekday.format(Date.UTC(2024, 0, 1 + index)));
      expect(monthNames[language]).toEqual(months);
      expect(weekdayNames[language]).toEqual(weekdays);
    }
  });
});
