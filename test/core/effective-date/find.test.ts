import type { Format } from '../../../lambda/core/document/model.ts';
import { findEffectiveDate } from '../../../lambda/core/effective-date/find.ts';
import { BadDate } from '../../../lambda/core/errors.ts';

function dateIn(text: string, format: Format = 'md'): string | null {
  return findEffectiveDate(text, format)?.date ?? null;
}

describe('the effective date of a document', () => {
  it.each<[string, Format, string]>([
    ['# Policy\n\nHello.\n\n**Effective Date:** _January 3rd, 2017_\n', 'md', 'Effective Date'],
    ['Hello.\n\n**Effective Date**: January 3rd, 2017', 'md', 'Effective Date'],
    ['Hello.\n\n*Effective date January 3rd, 2017*', 'md', 'Effective date'],
    ['- Effective from: 3 January 2017', 'md', 'Effective from'],
    ['> Last updated — 3 January 2017', 'md', 'Last updated'],
    ['# Policy (last updated: 3 January 2017)', 'md', 'last updated'],
    ['### Last Updated: January 3, 2017', 'md', 'Last Updated'],
    ['## Effective Date\n\nJanuary 3, 2017\n', 'md', 'Effective Date'],
    ['Effective Date\n--------------\n\nJanuary 3, 2017\n', 'md', 'Effective Date'],
    ['| Effective date | January 3, 2017 |\n', 'md', 'Effective date'],
    ['[Last revised January 3, 2017](https://example.com/history)', 'md', 'Last revised'],
    ['Acme Hosting Privacy Policy – Effective Date: January 3, 2017', 'md', 'Effective Date'],
    ['Effective as of January 3, 2017.', 'txt', 'Effective as of'],
    ['Last updated on January 3, 2017', 'txt', 'Last updated'],
    ['LAST REVISED: JANUARY 3, 2017', 'txt', 'LAST REVISED'],
    ['Effective Date: January 3, 2017 at 10:00 UTC', 'txt', 'Effective Date'],
    ['Effective Date: January 3, 2017\r\nHello\r\n', 'txt', 'Effective Date'],
    ['Updated January 3, 2017 (version 4)', 'txt', 'Updated'],
    ['Last Updated/Effective Date: January 3, 2017', 'txt', 'Last Updated / Effective Date'],
    ['<p><strong>Effective Date:</strong> January 3<sup>rd</sup>, 2017</p>', 'html', 'Effective Date'],
    ['<p>Effective&nbsp;date: <em>3&nbsp;January&nbsp;2017</em></p>', 'html', 'Effective&nbsp;date'],
    ['<p>Effective\n  date:\n  3 January 2017</p>', 'html', 'Effective date'],
    ['<p>Words<br>Last updated 3 January 2017</p>', 'html', 'Last updated'],
    ['<dl><dt>Effective date</dt>\n<dd>3 January 2017</dd></dl>', 'html', 'Effective date'],
    ['<table><tr><th>Effective date</th><td>3 January 2017</td></tr></table>', 'html', 'Effective date'],
    ['<h2>Effective date</h2><p>3 January 2017.</p>', 'html', 'Effective date'],
    ['Gültig ab dem 3. Januar 2017', 'txt', 'Gültig ab'],
    ['Stand: 03.01.2017', 'txt', 'Stand'],
    ['Zuletzt geändert am 3. Januar 2017', 'txt', 'Zuletzt geändert'],
    ['Datum des Inkrafttretens: 3. Januar 2017', 'txt', 'Datum des Inkrafttretens'],
    ['Dernière mise à jour : 3 janvier 2017', 'txt', 'Dernière mise à jour'],
    ['Date d’entrée en vigueur : 03/01/2017', 'txt', 'Date d’entrée en vigueur'],
    ['En vigueur à compter du 3 janvier 2017', 'txt', 'En vigueur'],
    ['Última actualización: 3 de enero de 2017', 'txt', 'Última actualización'],
    ['ULTIMA ACTUALIZACION: 3 DE ENERO DE 2017', 'txt', 'ULTIMA ACTUALIZACION'],
    ['Fecha de entrada en vigor: 3/1/2017', 'txt', 'Fecha de entrada en vigor'],
    ['Ultimo aggiornamento: 3 gennaio 2017', 'txt', 'Ultimo aggiornamento'],
    ['In vigore dal 3 gennaio 2017', 'txt', 'In vigore'],
    ['Última atualização: 3 de janeiro de 2017', 'txt', 'Última atualização'],
    ['Data de entrada em vigor: 03/01/2017', 'txt', 'Data de entrada em vigor'],
    ['Laatst bijgewerkt op 3 januari 2017', 'txt', 'Laatst bijgewerkt'],
    ['Ingangsdatum: 03-01-2017', 'txt', 'Ingangsdatum'],
    ['---\ntitle: Privacy\neffective_date: 2017-01-03\n---\nHello.\n', 'md', 'effective_date'],
    ['---\nlastUpdated: "January 3, 2017"\n---\nHello.\n', 'md', 'lastUpdated'],
    ["+++\ndate = 2017-01-03T10:00:00Z\ntitle = 'Privacy'\n+++\nHello.\n", 'md', 'date'],
    ['<main><time datetime="2017-01-03">3 January 2017</time><p>Hello</p></main>', 'html', ''],
  ])('is found in %j (%s)', (text, format, label) => {
    const line = findEffectiveDate(text, format);
    expect(line?.date).toBe('2017-01-03');
    expect(line?.label.replace('&nbsp;', ' ')).toBe(label.replace('&nbsp;', ' '));
  });

  it.each<[string, Format]>([
    ['The effective date of the merger was January 3, 2017.', 'md'],
    ['Effective January 1, 2020, we will no longer sell personal data.', 'md'],
    ['Effective January 1, 2020 the fee is 10 euros.', 'md'],
    ['This policy was last updated on January 3, 2017 and replaces all others.', 'md'],
    ['If you signed up before the effective date: January 3, 2017, the old text applies.', 'md'],
    ['"Effective Date" means January 3, 2017.', 'md'],
    ['We keep logs since January 3, 2017.', 'txt'],
    ['Orders placed by mail were\nupdated January 3, 2017.\n', 'txt'],
    [
      'We promised in the long first paragraph of this text, that the page you read was\nlast updated January 3, 2017\nby our staff.',
      'txt',
    ],
    ['<p>Our fees, effective January 3, 2017, are lower.</p>', 'html'],
    ['Previous effective date: January 3, 2017', 'md'],
    ['Last updated: January 2017', 'md'],
    ['Effective date: TBD', 'md'],
    ['Effective date: {{ page.date }}', 'md'],
    ['Effective Date:', 'md'],
    ['```\nEffective Date: January 3, 2017\n```\n', 'md'],
    ['<!-- Effective Date: January 3, 2017 --><p>Hello</p>', 'html'],
    ['<script>"Effective Date: January 3, 2017"</script>', 'html'],
    ['<p>See <time datetime="2017-01-03">3 January 2017</time> for more.</p>', 'html'],
    ['## Version history\n\n- Effective date: January 3, 2017\n- Effective date: March 1, 2015\n', 'md'],
    ['<h2>Change log</h2><ul><li>Updated: 3 January 2017</li></ul>', 'html'],
    ['', 'md'],
  ])('is not read from %j', (text, format) => {
    expect(findEffectiveDate(text, format)).toBeNull();
  });

  it('spans the date and nothing else', () => {
    const text = 'Hello\n\n**Effective Date:** _January 3rd, 2017_.\n';
    const line = findEffectiveDate(text, 'md');
    expect(text.slice(line?.start, line?.end)).toBe('January 3rd, 2017');
  });

  it('prefers "effective" to "last updated" to "published", wherever they stand', () => {
    const effective = 'Effective Date: 1 May 2017';
    const updated = 'Last updated: 2 May 2017';
    const published = 'Published: 3 May 2017';
    expect(dateIn([effective, updated, published].join('\n\n'))).toBe('2017-05-01');
    expect(dateIn([published, updated, effective].join('\n\n'))).toBe('2017-05-01');
    expect(dateIn([updated, published].join('\n\n'))).toBe('2017-05-02');
    expect(dateIn(`${effective} | ${updated}`)).toBe('2017-05-01');
  });

  it('takes the last of equal labels, for the promise is the date at the bottom', () => {
    expect(dateIn('Effective Date: 1 May 2017\n\nHello.\n\nEffective Date: 2 May 2017\n')).toBe('2017-05-02');
  });

  it('takes the line a reader sees before the front matter', () => {
    expect(dateIn('---\neffective_date: 2017-05-01\n---\nEffective Date: 2 May 2017\n')).toBe('2017-05-02');
    expect(dateIn('---\neffective_date: 2017-05-01\n---\nLast updated: 2 May 2017\n')).toBe('2017-05-01');
  });

  it('finds the bottom line of a policy that has a version history above it', () => {
    expect(dateIn('## History\n\n- Updated: 1 May 2015\n\nEffective Date: 2 May 2017\n')).toBe('2017-05-02');
  });
});

describe('the twins of a date', () => {
  const kinds = (text: string, format: Format): readonly string[] =>
    findEffectiveDate(text, format)?.twins.map(
      ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
    ) ?? [];

  it('are the datetime of its time element', () => {
    const text =
      '<p>Effective date: <time class="d" datetime="2017-01-03T00:00:00Z">3 January 2017</time></p>';
    expect(kinds(text, 'html')).toEqual(['datetime 2017-01-03']);
  });

  it('are equal lines elsewhere and the front matter', () => {
    const text =
      '---\ndate: 2017-01-03\n---\nEffective: Jan 3, 2017\n\nHello.\n\nEffective Date: January 3, 2017\n';
    expect(kinds(text, 'md')).toEqual(['front-matter 2017-01-03', 'line Jan 3, 2017']);
  });

  it('are not other dates: another version, another meaning', () => {
    const text =
      '---\ndate: 2015-01-01\n---\nLast updated: January 3, 2017\n\nEffective Date: January 3, 2017\n';
    expect(kinds(text, 'md')).toEqual([]);
  });

  it('are an effective_date in the front matter even when it was left behind', () => {
    const text = '---\neffective_date: 2015-01-01\n---\nEffective Date: January 3, 2017\n';
    expect(kinds(text, 'md')).toEqual(['front-matter 2015-01-01']);
  });
});

describe('a date in numbers', () => {
  const ambiguous = 'Last updated: 03/04/2017';

  it('is refused when day and month could be either, with line, both readings and remedy', () => {
    expect(() => dateIn(`# Policy\n\n${ambiguous}\n`)).toThrow(BadDate);
    expect(() => dateIn(`# Policy\n\n${ambiguous}\n`)).toThrow(
      /^Line 3: the date "03\/04\/2017" after "Last updated" can be read as April 3, 2017 or as March 4, 2017\. Write the month in words/,
    );
  });

  it.each<[string, string, Format, string]>([
    [
      'another date of the document with a day over 12',
      `Founded on 25/12/2001.\n\n${ambiguous}`,
      'md',
      '2017-04-03',
    ],
    ['the same with the month first', `Founded on 12/25/2001.\n\n${ambiguous}`, 'md', '2017-03-04'],
    ['the language of its label', 'Zuletzt geändert: 03.04.2017', 'md', '2017-04-03'],
    [
      'the language the document states',
      `<html lang="de"><p>Version date: 03.04.2017</p>`,
      'html',
      '2017-04-03',
    ],
    ['the region the document states', `<html lang="en-US"><p>${ambiguous}</p>`, 'html', '2017-03-04'],
    ['the region in the front matter', `---\nlang: en-GB\n---\n${ambiguous}\n`, 'md', '2017-04-03'],
    [
      'its datetime',
      '<p>Last updated: <time datetime="2017-03-04">03/04/2017</time></p>',
      'html',
      '2017-03-04',
    ],
    ['a number over 12', 'Last updated: 03/14/2017', 'md', '2017-03-14'],
    ['the year in front', 'Last updated: 2017/03/04', 'md', '2017-03-04'],
  ])('is read by %s', (_, text, format, date) => {
    expect(dateIn(text, format)).toBe(date);
  });

  it.each<[string, string]>([
    ['contradicting neighbours', `25/12/2001 and 12/25/2001\n\n${ambiguous}`],
    ['plain English as the stated language', `---\nlang: en\n---\n${ambiguous}`],
    ['an equal day and month', 'Last updated: 05/05/2017'],
  ])('is not read by %s', (_, text) => {
    expect(() => dateIn(text)).toThrow(BadDate);
  });

  it('does no harm on a line that does not count', () => {
    expect(dateIn(`${ambiguous}\n\nEffective Date: 2017-05-01\n`)).toBe('2017-05-01');
  });
});

describe('a date that does not exist', () => {
  it.each(['Effective Date: February 30, 2017', 'Last updated: 2017-13-01', 'Stand: 31.04.2017'])(
    'is refused: %s',
    (text) => {
      expect(() => dateIn(`Hello.\n\n${text}\n`)).toThrow(/^Line 3: the date ".*" after ".*" is no day/);
    },
  );

  it('is no business of ours in a sentence', () => {
    expect(dateIn('The meeting of February 30, 2017 never took place.')).toBeNull();
  });
});

describe('hostile texts', () => {
  const quarter = 250_000;
  it.each<[string, string, Format]>([
    ['open tags', '<a '.repeat(quarter / 3), 'html'],
    ['open comments', '<!--'.repeat(quarter / 4), 'html'],
    ['open scripts', '<script>'.repeat(quarter / 8), 'html'],
    ['labels', 'Effective Date: '.repeat(quarter / 16), 'txt'],
    ['lines of labels', 'Effective Date: 3\n'.repeat(quarter / 18), 'md'],
    ['date lines', 'Effective Date: 2017-01-03\n'.repeat(quarter / 27), 'md'],
    ['digits', '1'.repeat(quarter), 'txt'],
    ['spaces', `Effective Date:${' '.repeat(quarter)}2017`, 'html'],
    ['fences', '```\n~~~\n````\n'.repeat(quarter / 14), 'md'],
    ['brackets', ']('.repeat(quarter / 2), 'md'],
    ['rules', '- '.repeat(quarter / 2), 'md'],
    ['time elements', '<time datetime="2017-01-03">'.repeat(quarter / 28), 'html'],
  ])('of %s are read to their end', (_, text, format) => {
    // A reader that goes over the text again and again would not come back before the test is given up.
    const read = (): string | null => findEffectiveDate(text, format)?.date ?? null;
    expect([null, '2017-01-03']).toContain(read());
  });
});
