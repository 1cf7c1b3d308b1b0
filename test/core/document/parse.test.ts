import { documentOf, outline, withoutSource } from './documents.ts';

const markdown = `# Privacy Policy

We **never** sell _your_ data. See [our site](https://example.com/a?b=1).

## 1. What we collect

- Name
- E-mail
  - work
  - home

1. First
2. Second

| Cookie | Purpose |
| ------ | ------- |
| sid    | login   |

> Quoted
> text

### Details

Some \`code\` and ~~old~~ text.
`;

const html = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body>
<h1>Privacy Policy</h1>
<p>We <strong>never</strong> sell <em>your</em> data. See <a href="https://example.com/a?b=1">our site</a>.</p>
<h2>1. What we collect</h2>
<ul><li>Name</li><li>E-mail<ul><li>work</li><li>home</li></ul></li></ul>
<ol><li>First</li><li>Second</li></ol>
<table><thead><tr><th>Cookie</th><th>Purpose</th></tr></thead><tbody><tr><td>sid</td><td>login</td></tr></tbody></table>
<blockquote><p>Quoted text</p></blockquote>
<h3>Details</h3>
<p>Some <code>code</code> and <del>old</del> text.</p>
<script>var a = "never";</script></body></html>`;

describe('a document', () => {
  test('has the same blocks in Markdown and in HTML', () => {
    const blocks = documentOf(markdown).blocks.map(withoutSource);
    expect(blocks).toEqual(documentOf(html, 'html').blocks.map(withoutSource));
    expect(blocks.map(({ kind }) => kind).join(' ')).toBe('h1 p h2 li li li li li li tr tr quote h3 p');
  });

  test('knows links, marks and the headings above with offsets into the text', () => {
    const [, first] = documentOf(markdown).blocks;
    expect(first).toMatchObject({ text: 'We never sell your data. See our site.', path: ['Privacy Policy'] });
    expect(first?.links).toEqual([
      { text: 'our site', href: 'https://example.com/a?b=1', start: 29, end: 37 },
    ]);
    expect(first?.marks).toEqual([
      { kind: 'strong', start: 3, end: 8 },
      { kind: 'emphasis', start: 14, end: 18 },
    ]);
    const last = documentOf(markdown).blocks.at(-1);
    expect(last?.path).toEqual(['Privacy Policy', '1. What we collect', 'Details']);
    expect(last?.marks.map(({ kind }) => kind)).toEqual(['code', 'struck']);
  });

  test.each([
    ['md', markdown],
    ['html', html],
  ] as const)('says where in its %s source each block stands', (format, text) => {
    const document = documentOf(text, format);
    for (const { source, text: words } of document.blocks) {
      const quoted = document.source.slice(source.start, source.end);
      const [first = '', last = ''] = [words.split(' ')[0], words.split(' ').at(-1)];
      expect(quoted.startsWith(first.replace('.', '')) || quoted.startsWith('**')).toBe(true);
      expect(quoted).toContain(last.replace('.', ''));
      expect(quoted.length).toBeLessThan(words.length + 90);
    }
  });

  test('keeps link targets as they are written', () => {
    expect(documentOf('[a](javascript:x) [b](/ä?q=%20)').blocks[0]?.links.map(({ href }) => href)).toEqual([
      'javascript:x',
      '/ä?q=%20',
    ]);
  });

  test('takes its title from the first h1, else the first heading, else the first line', () => {
    expect(documentOf('## B\n\n# A').title).toBe('A');
    expect(documentOf('text\n\n## B').title).toBe('B');
    expect(documentOf('text\n\nmore').title).toBe('text');
    expect(documentOf('<!-- nothing -->').title).toBe('');
  });
});

describe('HTML', () => {
  test('two line breaks end a paragraph, one is a space', () => {
    expect(outline('<p>a<br>b<br><br>c', 'html')).toEqual(['p a b', 'p c']);
  });

  test('a layout table is read like any container, a table of facts row by row', () => {
    expect(outline('<table><tr><td><h1>T</h1><p>a</p><td>b</table>', 'html')).toEqual(['h1 T', 'p a', 'p b']);
    expect(outline('<table><tr><td><p>a</p><td><ul><li>b<li>c</ul></table>', 'html')).toEqual(['tr a | b c']);
    expect(outline('<table><tr><td></td><td> </td></tr></table>', 'html')).toEqual([]);
  });

  test('preformatted text is divided at blank lines, definitions are items, images are their description', () => {
    expect(outline('<pre>a\nb\n\nc</pre><dl><dt>d<dd>e</dl><img alt="f g">', 'html')).toEqual([
      'code a b',
      'code c',
      'li1 d',
      'li1 e',
      'p f g',
    ]);
  });

  test('footnotes are told from lists', () => {
    expect(outline('<section class="footnotes"><ol><li>a</ol></section><p>b', 'html')).toEqual([
      'footnote1 a',
      'p b',
    ]);
    expect(outline('Text[^1].\n\n[^1]: The note\ngoes on.\n[^b]: https://example.com')).toEqual([
      'p Text[^1].',
      'footnote The note goes on.',
      'footnote https://example.com',
    ]);
  });

  test('a mark or link that spans blocks is in each of them', () => {
    const [a, b] = documentOf('<s><p> a</p><p>b </p></s>', 'html').blocks;
    expect([a?.marks, b?.marks]).toEqual([
      [{ kind: 'struck', start: 0, end: 1 }],
      [{ kind: 'struck', start: 0, end: 1 }],
    ]);
    expect(documentOf('<a href=x><p>a<p>b</a>', 'html').blocks.flatMap(({ links }) => links)).toHaveLength(2);
  });
});

describe('plain text', () => {
  test('headings are lines in capitals, numbered short lines and underlined titles; wrapped lines are joined', () => {
    const text = `PRIVACY POLICY

We collect data
and keep it.

1. Introduction

The text.

2.1 Your rights

You may ask.

Deletion
--------
We delete it.
- one
  goes on
* two

(a) We may keep the data for 30 days.
`;
    expect(outline(text, 'txt')).toEqual([
      'h1 PRIVACY POLICY',
      'p We collect data and keep it.',
      'h2 1. Introduction',
      'p The text.',
      'h3 2.1 Your rights',
      'p You may ask.',
      'h2 Deletion',
      'p We delete it.',
      'li1 one goes on',
      'li1 two',
      'li1 (a) We may keep the data for 30 days.',
    ]);
  });

  test('a numbered sentence is no heading, and source ranges are exact', () => {
    expect(outline('Title\n\n1. We may end this agreement.', 'txt')).toEqual([
      'h1 Title',
      'li1 We may end this agreement.',
    ]);
    const document = documentOf('  a b\n  c\n\n- d\n', 'txt');
    expect(document.blocks.map(({ source }) => document.source.slice(source.start, source.end))).toEqual([
      'a b\n  c',
      'd',
    ]);
  });
});

describe('the language', () => {
  test.each([
    ['<html lang="de-AT"><p>We do not sell your data.', 'html', 'de'],
    ['---\nlang: fr\n---\n\nWe do not sell your data.', 'md', 'fr'],
    ['We do not sell your data and we keep it.', 'md', 'en'],
    ['Wir geben Ihre Daten nicht an Dritte weiter und löschen sie mit der Kündigung.', 'md', 'de'],
    ['Nous ne vendons pas les données que vous nous confiez et les effaçons sur demande.', 'md', 'fr'],
    ['No vendemos los datos de los usuarios y los borramos con la baja.', 'md', 'es'],
    ['Non vendiamo i dati degli utenti e li cancelliamo con il recesso, come è giusto.', 'md', 'it'],
    ['Não vendemos os seus dados e apagamos as contas com a rescisão.', 'md', 'pt'],
    ['Wij verkopen de gegevens niet en wij wissen ze op verzoek van de klant.', 'md', 'nl'],
    ['Nie sprzedajemy danych użytkowników i usuwamy je na życzenie.', 'md', 'und'],
    ['12345', 'md', 'und'],
  ] as const)('%s', (text, format, language) => {
    expect(documentOf(text, format).language).toBe(language);
  });
});

describe('template files degrade politely', () => {
  test('a sentence that stands in the tag which has it translated is text, at its place', () => {
    const source = `<h1>{% trans "Our policy" %}</h1><p>{{ _('We keep "it" for a year.') }} {%- translate 'Done.' as done -%}`;
    const { blocks, damage } = documentOf(source, 'html');
    expect(blocks.map(({ text }) => text)).toEqual(['Our policy', 'We keep "it" for a year. Done.']);
    expect(damage).toEqual([]);
    const place = blocks[0]?.source;
    expect(source.slice(place?.start, place?.end)).toContain('Our policy');
  });

  test('front matter is no text; its title stands in for a missing h1', () => {
    const document = documentOf('---\ntitle: "The Policy"\ndate: 2024-01-01\n---\n\n## A\n\ntext\n');
    expect(document.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'h1 The Policy',
      'h2 A',
      'p text',
    ]);
    expect(document.blocks[2]?.path).toEqual(['The Policy', 'A']);
    expect(document.damage).toEqual([]);
    expect(outline('+++\ntitle = "T"\n+++\n# H\n\ntext')).toEqual(['h1 H', 'p text']);
    expect(outline('---\n\nno front matter')).toEqual(['p no front matter']);
  });

  test('tags are words nobody looks into, wherever they stand', () => {
    const document = documentOf(
      '# {{ company }} <%= t("a*b*c") %>\n\n[x]({{ url }}) *{{ a|b }}* {% if eu %}yes{% endif %}\n',
    );
    expect(document.blocks.map(({ text }) => text)).toEqual([
      '{{ company }} <%= t("a*b*c") %>',
      'x {{ a|b }} {% if eu %}yes{% endif %}',
    ]);
    expect(document.blocks[1]?.links).toEqual([{ text: 'x', href: '{{ url }}', start: 0, end: 1 }]);
  });

  test('comments, heading ids, attribute lists and imports of generators are no text', () => {
    expect(
      outline(
        "import A from './a'\n\nexport const b = 1\n\n# T {#top}\n\ntext {# note #} on\n{: .cls #id }\n{/* c */}\n",
      ),
    ).toEqual(['h1 T', 'p text on']);
  });

  test('a file that is nearly all tags says that its text is elsewhere', () => {
    const codes = (text: string) => documentOf(text, 'html').damage.map(({ code }) => code);
    expect(codes('<h1>Policy</h1>{% include "body.html" %}')).toEqual(['template']);
    expect(codes('<h1>{{ t }}</h1><p>We do not sell your data to anyone, and we keep it safe.</p>')).toEqual(
      [],
    );
  });

  test('an unclosed tag stays what it is', () => {
    expect(outline('a {{ b\n\nc {% d\n\ne <% f')).toEqual(['p a {{ b', 'p c {% d', 'p e <% f']);
  });
});
