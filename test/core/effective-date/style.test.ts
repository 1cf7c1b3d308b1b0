import * as fc from 'fast-check';
import { addDays, parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
import { hintsOf, parseDate } from '../../../lambda/core/effective-date/parse.ts';
import { formatDate } from '../../../lambda/core/effective-date/style.ts';
import type { DateStyle } from '../../../lambda/core/effective-date/style.ts';
import { noHints } from '../../../lambda/core/effective-date/view.ts';
import { BadDate } from '../../../lambda/core/errors.ts';
import { writtenDates, type WrittenDate } from './styles.ts';

const anyDay = fc
  .integer({ min: 0, max: 3_200_000 })
  .map((days) => addDays(parseLocalDate('1001-01-01'), days));

function styleOf(text: string, hints: Parameters<typeof parseDate>[1] = noHints): DateStyle {
  const read = parseDate(text, hints);
  if (read === null) throw new Error(`"${text}" was not read as a date`);
  return read.style;
}

describe('the style of a date', () => {
  it('is known for at least 80 ways of writing', () => {
    expect(new Set(writtenDates.map(([text]) => text)).size).toBeGreaterThanOrEqual(80);
  });

  it.each<WrittenDate>([...writtenDates])(
    'reads "%s" as %s and writes it back byte for byte',
    (text, date, hints = {}) => {
      const read = parseDate(text, { ...noHints, ...hints });
      expect(read?.date).toBe(date);
      expect(read === null ? null : formatDate(read.date, read.style)).toBe(text);
    },
  );

  it('reads back every date in every style', () => {
    const styles = writtenDates.map(([text, , hints = {}]) => styleOf(text, { ...noHints, ...hints }));
    fc.assert(
      fc.property(fc.constantFrom(...styles), anyDay, (style, date) => {
        expect(parseDate(formatDate(date, style), hintsOf(style))?.date).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['January 3rd, 2017', '2025-04-02', 'April 2nd, 2025'],
    ['January 3RD, 2017', '2025-04-21', 'April 21ST, 2025'],
    ['January 3<sup>rd</sup>, 2017', '2025-04-11', 'April 11<sup>th</sup>, 2025'],
    ['Jan. 3, 2017', '2025-05-02', 'May 2, 2025'],
    ['Jan. 3, 2017', '2025-06-02', 'Jun. 2, 2025'],
    ['Sept. 3, 2017', '2025-03-02', 'March 2, 2025'],
    ['JAN 3, 2017', '2025-08-02', 'AUG 2, 2025'],
    ['January 03, 2017', '2025-04-02', 'April 02, 2025'],
    ['13/01/2017', '2025-04-02', '02/04/2025'],
    ['1/25/2017', '2025-04-02', '4/2/2025'],
    ['3-Jan-17', '2025-04-02', '2-Apr-25'],
    ['3-Jan-17', '2100-04-02', '2-Apr-2100'],
    ['Tuesday, January 3, 2017', '2025-04-02', 'Wednesday, April 2, 2025'],
    ['3. Januar 2017', '2025-03-02', '2. März 2025'],
    ['3 janvier 2017', '2025-08-01', '1er août 2025'],
    ['1<sup>er</sup> janvier 2017', '2025-08-02', '2 août 2025'],
    ['1er janvier 2017', '2025-08-02', '2 août 2025'],
    ['1º de enero de 2017', '2025-08-02', '2 de agosto de 2025'],
    ['3de januari 2017', '2025-08-20', '20ste augustus 2025'],
    ['terça-feira, 3 de janeiro de 2017', '2025-04-05', 'sábado, 5 de abril de 2025'],
    ['3 de Dezembro de 2017', '2025-04-02', '2 de Abril de 2025'],
  ])('of "%s" makes %s "%s"', (text, date, written) => {
    expect(formatDate(parseLocalDate(date), styleOf(text))).toBe(written);
  });

  it('takes a month that several languages share from the hint', () => {
    const german = styleOf('3 September 2017', { language: 'de', order: null });
    expect(formatDate(parseLocalDate('2017-05-03'), german)).toBe('3 Mai 2017');
    expect(formatDate(parseLocalDate('2017-05-03'), styleOf('3 September 2017'))).toBe('3 May 2017');
  });

  it.each([
    '',
    'soon',
    'January 2017',
    '2017',
    '3 January',
    'may 3 parties sue',
    '1.2.3',
    '10:30:00',
    '3 Jan 2017 or so',
  ])('reads no date in "%s"', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it.each(['February 30, 2017', '31.04.2017', '2017-13-01', '29 February 2023', '00/00/2017'])(
    'refuses %s',
    (text) => {
      expect(() => parseDate(text)).toThrow(BadDate);
    },
  );

  it('refuses a date whose day and month could be either, and says both', () => {
    expect(() => parseDate('03/04/2017')).toThrow('April 3, 2017 or March 4, 2017');
    expect(() => parseDate('05/05/2017')).toThrow(BadDate);
  });
});
