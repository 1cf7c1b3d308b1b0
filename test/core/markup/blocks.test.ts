import type { Block, PolicyDocument } from '../../../lambda/core/document/model.ts';
import { documentContent } from '../../../lambda/core/markup/blocks.ts';
import { render } from '../../../lambda/core/markup/html.ts';
import { outlineOf } from '../../../lambda/core/markup/outline.ts';

const words = { table: 'Table', linkTo: (heading: string) => `Link to ${heading}` };

function block(kind: Block['kind'], text: string, facts: Partial<Block> = {}): Block {
  return { kind, text, path: [], links: [], marks: [], depth: 0, source: { start: 0, end: 0 }, ...facts };
}

function html(...blocks: readonly Block[]): string {
  const document: PolicyDocument = {
    format: 'md',
    source: '',
    title: '',
    language: 'en',
    blocks,
    damage: [],
  };
  return render(
    documentContent(document, outlineOf(document, ['text']), 'https://fjordlight.example', words),
  ).replaceAll('\n', '');
}

test('list items nest by their depth, however they jump', () => {
  const shown = html(
    block('li', 'a', { depth: 1 }),
    block('li', 'b', { depth: 3 }),
    block('li', 'c', { depth: 2 }),
    block('li', 'd', { depth: 1 }),
  );
  expect(shown).toBe('<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>');
});

test('an ordered list keeps its numbers, also when a paragraph interrupts it', () => {
  const shown = html(
    block('li', 'a', { depth: 1, ordinal: 1 }),
    block('p', 'between'),
    block('li', 'b', { depth: 1, ordinal: 2 }),
    block('li', 'c', { depth: 1 }),
  );
  expect(shown).toBe(
    '<ol><li value="1">a</li></ol><p>between</p><ol><li value="2">b</li></ol><ul><li>c</li></ul>',
  );
});

test('headings never skip a level, and each has an id of its own', () => {
  const shown = html(block('h1', 'Text'), block('h4', 'Deep'), block('h1', 'Text'), block('h3', 'Deep'));
  expect([...shown.matchAll(/<(h\d) id="([^"]*)"/gu)].map(([, tag, id]) => `${tag}#${id}`)).toEqual([
    'h1#text-2',
    'h2#deep',
    'h2#text-3',
    'h3#deep-2',
  ]);
});

test('a row of heading cells heads its table; a table without known cells is cut at its bars', () => {
  const heading = block('tr', 'A | B', {
    cells: [
      { start: 0, end: 1, heading: true },
      { start: 4, end: 5, heading: true },
    ],
  });
  const shown = html(heading, block('tr', '1 | 2'));
  expect(shown).toContain('<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>');
  expect(shown).toContain('<tbody><tr><td>1</td><td>2</td></tr></tbody>');
});

test('links and emphasis that overlap give well-formed elements', () => {
  const shown = html(
    block('p', 'abcdef', {
      links: [{ text: 'cde', href: 'https://a.example/', start: 2, end: 5 }],
      marks: [{ kind: 'strong', start: 1, end: 4 }],
    }),
  );
  expect(shown).toBe(
    '<p>a<strong>b</strong><a href="https://a.example/"><strong>cd</strong></a><a href="https://a.example/">e</a>f</p>',
  );
});

test('a link inside the page leads to one of its headings or nowhere', () => {
  const link = (href: string) => ({ text: 'see', href, start: 0, end: 3 });
  expect(html(block('h2', 'Your rights'), block('p', 'see', { links: [link('#your-rights')] }))).toContain(
    '<a href="#your-rights">see</a>',
  );
  expect(html(block('p', 'see', { links: [link('#elsewhere')] }))).toBe('<p>see</p>');
});

test('hidden text is shown, struck text is struck', () => {
  const shown = html(
    block('p', 'ab', {
      marks: [
        { kind: 'hidden', start: 0, end: 1 },
        { kind: 'struck', start: 1, end: 2 },
      ],
    }),
  );
  expect(shown).toBe('<p>a<s>b</s></p>');
});

test('a line that the author broke stays broken, also inside emphasis', () => {
  const marks = [{ kind: 'strong' as const, start: 0, end: 8 }];
  expect(html(block('p', 'Am Kai 7 Kiel', { breaks: [8] }))).toBe('<p>Am Kai 7<br>Kiel</p>');
  expect(html(block('p', 'Kai 7 Kiel', { breaks: [5], marks }))).toBe(
    '<p><strong>Kai 7</strong><br><strong>Ki</strong>el</p>',
  );
});

test('quotes, code and footnotes keep their own form', () => {
  expect(html(block('quote', 'q', { depth: 2 }))).toBe(
    '<blockquote><blockquote><p>q</p></blockquote></blockquote>',
  );
  expect(html(block('code', '<x>'))).toBe('<pre><code>&lt;x&gt;</code></pre>');
  expect(html(block('footnote', 'f'))).toBe('<div class="footnotes"><p>f</p></div>');
});
