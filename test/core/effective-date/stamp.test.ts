import * as fc from 'fast-check';
import { addDays, parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
import { formats, type Format } from '../../../lambda/core/document/model.ts';
import { findEffectiveDate } from '../../../lambda/core/effective-date/find.ts';
import { parseDate } from '../../../lambda/core/effective-date/parse.ts';
import { stampEffectiveDate } from '../../../lambda/core/effective-date/stamp.ts';
import { BadDate } from '../../../lambda/core/errors.ts';
import { writtenDates } from './styles.ts';

const april = parseLocalDate('2025-04-02');
const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(parseLocalDate('2000-01-01'), days));

describe('stamping', () => {
  it.each<[string, Format, string]>([
    [
      'Hello.\n\n**Effective Date:** _January 3rd, 2017_\n',
      'md',
      'Hello.\n\n**Effective Date:** _April 2nd, 2025_\n',
    ],
    [
      '<p><strong>Last updated:</strong> <time datetime="2017-01-03">3 January 2017</time></p>',
      'html',
      '<p><strong>Last updated:</strong> <time datetime="2025-04-02">2 April 2025</time></p>',
    ],
    [
      '---\neffective_date: "2017-01-03"\n---\nHello.\n\nEffective date: 3<sup>rd</sup> January 2017',
      'md',
      '---\neffective_date: "2025-04-02"\n---\nHello.\n\nEffective date: 2<sup>nd</sup> April 2025',
    ],
    ['Stand: 03.01.2017\r\nHallo\r\n', 'txt', 'Stand: 02.04.2025\r\nHallo\r\n'],
    ['Founded on 25/12/2001.\n\nUpdated: 03/01/2017', 'txt', 'Founded on 25/12/2001.\n\nUpdated: 02/04/2025'],
  ])('rewrites %j in its own style', (text, format, stamped) => {
    expect(stampEffectiveDate(text, format, april, 'en')).toEqual({ text: stamped, how: 'rewritten' });
  });

  it.each<[string, Format, string, string]>([
    ['Hello.', 'md', 'en', 'Hello.\n\nEffective Date: April 2, 2025\n'],
    ['Hello.\n', 'txt', 'en', 'Hello.\n\nEffective Date: April 2, 2025\n'],
    ['Hello.\n\n', 'md', 'en', 'Hello.\n\nEffective Date: April 2, 2025\n'],
    ['Hello.\r\n', 'txt', 'en', 'Hello.\r\n\r\nEffective Date: April 2, 2025\r\n'],
    ['', 'md', 'en', 'Effective Date: April 2, 2025\n'],
    ['Hallo.', 'md', 'de', 'Hallo.\n\nGültig ab: 2. April 2025\n'],
    ['Salut.', 'md', 'fr', 'Salut.\n\nDate d’entrée en vigueur : 2 avril 2025\n'],
    ['Hola.', 'md', 'es', 'Hola.\n\nFecha de entrada en vigor: 2 de abril de 2025\n'],
    ['Ciao.', 'md', 'it', 'Ciao.\n\nData di entrata in vigore: 2 aprile 2025\n'],
    ['Olá.', 'md', 'pt', 'Olá.\n\nData de entrada em vigor: 2 de abril de 2025\n'],
    ['Hallo.', 'md', 'nl', 'Hallo.\n\nIngangsdatum: 2 april 2025\n'],
    ['Terve.', 'md', 'fi', 'Terve.\n\nEffective Date: April 2, 2025\n'],
    ['<p>Hello.</p>', 'html', 'en', '<p>Hello.</p>\n<p>Effective Date: April 2, 2025</p>\n'],
    [
      '<body>\n  <main>\n    <p>Hello.</p>\n  </main>\n  <footer>x</footer>\n</body>',
      'html',
      'en',
      '<body>\n  <main>\n    <p>Hello.</p>\n  <p>Effective Date: April 2, 2025</p>\n  </main>\n  <footer>x</footer>\n</body>',
    ],
    [
      '<body><article>a</article></body>',
      'html',
      'en',
      '<body><article>a<p>Effective Date: April 2, 2025</p>\n</article></body>',
    ],
    [
      '<body><article>a</article><article>b</article><!-- </body> --></body>',
      'html',
      'en',
      '<body><article>a</article><article>b</article><!-- </body> --><p>Effective Date: April 2, 2025</p>\n</body>',
    ],
  ])('adds a line at the bottom of %j (%s, %s)', (text, format, language, stamped) => {
    expect(stampEffectiveDate(text, format, april, language)).toEqual({ text: stamped, how: 'inserted' });
  });

  it('leaves a text alone that says so already, whatever its style', () => {
    const text = 'Effective Date: Monday, APRIL 2th, 2025';
    expect(stampEffectiveDate(text, 'txt', april, 'en')).toEqual({ text, how: 'unchanged' });
  });

  it('never touches a date in a sentence', () => {
    const body = 'Since January 3, 2017 we promise: effective January 3, 2017, nothing is sold.\n\n';
    const stamped = stampEffectiveDate(`${body}Effective Date: January 3, 2017\n`, 'md', april, 'en');
    expect(stamped.text).toBe(`${body}Effective Date: April 2, 2025\n`);
  });

  it('writes the month in words where numbers would no longer tell it', () => {
    const day = (text: string): string => stampEffectiveDate(text, 'txt', april, 'en').text;
    expect(day('Last updated: 21/11/2022')).toBe('Last updated: 2 April 2025');
    expect(day('Last updated: 11/21/2022')).toBe('Last updated: April 2, 2025');
    expect(
      stampEffectiveDate('Last updated: 21/11/2022', 'txt', parseLocalDate('2025-04-22'), 'en').text,
    ).toBe('Last updated: 22/04/2025');
  });

  it('refuses what cannot be read, rather than adding a second date', () => {
    expect(() => stampEffectiveDate('Effective Date: 03/04/2017', 'md', april, 'en')).toThrow(BadDate);
    expect(() => stampEffectiveDate('Effective Date: June 31, 2017', 'md', april, 'en')).toThrow(BadDate);
  });

  it('reads back every date in every style, and changes nothing else', () => {
    const around = fc.constantFrom<readonly [string, string, Format]>(
      ['# Policy\n\nWords of 2016.\n\n**Effective Date:** ', '\n', 'md'],
      ['Effective Date: ', '\n\nWords.\n', 'txt'],
      ['<p>Words.</p>\n<p><b>Effective Date:</b> ', '</p>\n</body>', 'html'],
    );
    const unmistakable = writtenDates.filter(
      ([text, , hints]) => hints === undefined && !/^[\d./-]+$/.test(text),
    );
    fc.assert(
      fc.property(
        around,
        fc.constantFrom(...unmistakable),
        anyDay,
        ([before, after, format], [written], date) => {
          const asked =
            format === 'html' ? written : written.replaceAll('&nbsp;', ' ').replaceAll(/<[^>]*>/g, '');
          const { text } = stampEffectiveDate(before + asked + after, format, date, 'en');
          expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
          expect(findEffectiveDate(text, format)?.date).toBe(date);
          const there = text.slice(before.length, text.length - after.length);
          expect(parseDate(there)?.date).toBe(date);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes twice, and reads them back, whatever the text', () => {
    const pieces = fc.constantFrom(...hostilePieces);
    const text = fc.array(pieces, { maxLength: 24 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...formats),
        anyDay,
        fc.constantFrom('en', 'de', 'fr'),
        (text, format, date, language) => {
          const once = stampUnlessRefused(text, format, date, language);
          if (once === null) return;
          expect(findEffectiveDate(once, format)?.date).toBe(date);
          expect(stampEffectiveDate(once, format, date, language)).toEqual({ text: once, how: 'unchanged' });
        },
      ),
      { numRuns: 800 },
    );
  });
});

function stampUnlessRefused(text: string, ...rest: readonly [Format, typeof april, string]): string | null {
  try {
    return stampEffectiveDate(text, ...rest).text;
  } catch (error) {
    if (error instanceof BadDate) return null;
    throw error;
  }
}

const hostilePieces: readonly string[] = [
  'Effective Date: ',
  'Last updated ',
  'Gültig ab ',
  'Previous ',
  'effective_date: ',
  'January 3, 2017',
  '13/01/2017',
  '2017-01-03',
  '\n',
  '\n\n',
  '\r\n',
  '|',
  '<p>',
  '</p>',
  '<main>',
  '</main>',
  '<!--',
  '-->',
  '<a href="',
  '</body>',
  '<time datetime="2017-01-03">',
  '</time>',
  '<script>',
  '<textarea>',
  '<ul><li>',
  '# History\n',
  '- ',
  '> ',
  '1. ',
  '```\n',
  '~~~\n',
  '---\n',
  '+++\n',
  '**',
  '_',
  '\\',
  '=',
  ' ',
  '.',
  'words',
  '\u00a0',
  '&nbsp;',
];
