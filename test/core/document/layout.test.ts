import type { Block, Format } from '../../../lambda/core/document/model.ts';
import { parseDocument } from '../../../lambda/core/document/parse.ts';
import { sourceOf } from '../../../lambda/core/document/source.ts';

function blocks(text: string, format: Format = 'md'): readonly Block[] {
  return parseDocument(sourceOf(text, format)).blocks;
}

test('items of an ordered list keep the number they show, bullets have none', () => {
  expect(blocks('3. one\n4. two\n\n- bullet\n').map(({ ordinal }) => ordinal)).toEqual([3, 4, undefined]);
  const html = '<ol start="5"><li>a</li><li value="9">b</li><li>c</li></ol>';
  expect(blocks(html, 'html').map(({ ordinal }) => ordinal)).toEqual([5, 9, 10]);
});

test('plain text numbers its items like Markdown; letters and numbers in brackets stay in the text', () => {
  const found = blocks('Terms:\n\n1. one\n2) two\n(3) three\n(a) four\n', 'txt');
  expect(found.map(({ text, ordinal }) => [text, ordinal])).toEqual([
    ['Terms:', undefined],
    ['one', 1],
    ['two', 2],
    ['(3) three', undefined],
    ['(a) four', undefined],
  ]);
});

test('dates of the document itself are marked, whatever the format and language; dates of sentences are not', () => {
  const dated = (text: string, format: Format) =>
    blocks(text, format).flatMap(({ text: words, dates = [] }) =>
      dates.map(({ start, end }) => words.slice(start, end)),
    );
  expect(dated('# A\n\n**Last updated:** *May 3, 2024*\n\nWe met on May 4, 2024.', 'md')).toEqual([
    'May 3, 2024',
  ]);
  expect(dated('<p>Ingangsdatum: <time>1 mei 2024</time></p><p>x</p>', 'html')).toEqual(['1 mei 2024']);
  expect(dated('AGB\n\nStand: 01.02.2024\n\nGeltung: 2024', 'txt')).toEqual(['01.02.2024']);
  expect(dated('## Last updated\n\nMay 3, 2024', 'md')).toEqual(['May 3, 2024']);
  expect(dated('## Version history\n\n- Updated: May 3, 2023\n', 'md')).toEqual([]);
  expect(dated('Effective May 1, 2024 | Updated: April 2, 2024 | Print', 'txt')).toHaveLength(2);
});

test('a second paragraph of an item repeats no number', () => {
  expect(blocks('1. one\n\n   more of it\n').map(({ ordinal }) => ordinal)).toEqual([1, undefined]);
});

test('cells of a row are where their words stand, head cells are told from others', () => {
  const rows = blocks('| Who | Why |\n|---|---|\n| Bank |  |\n|  | law |\n');
  const cells = rows.map(({ text, cells }) => cells?.map(({ start, end }) => text.slice(start, end)));
  expect(cells).toEqual([
    ['Who', 'Why'],
    ['Bank', ''],
    ['', 'law'],
  ]);
  expect(rows.map(({ cells }) => cells?.map(({ heading }) => heading))).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});

test('a line that the author broke is remembered at the space that stands for it', () => {
  const [address] = blocks('12 Lantern Wharf<br>Port Ellery  \nPE4 7QX\n');
  expect(address?.text).toBe('12 Lantern Wharf Port Ellery PE4 7QX');
  expect(address?.breaks?.map((at) => address.text[at])).toEqual([' ', ' ']);
  expect(address?.breaks).toEqual([16, 28]);
});

test('wrapping in the source is no broken line', () => {
  expect(blocks('one line\nof a paragraph\n')[0]?.breaks).toBeUndefined();
});

test('blocks of menus, page header and footer say so; a header inside the text is text', () => {
  const page = `<header><p>Shop</p><nav><ul><li>Home</ul></nav></header>
    <main><article><header><h1>Terms</h1></header><p>We sell.</p><aside>Tip</aside><footer>Annex</footer></article></main>
    <div role="search">Find</div><footer><p>Imprint</p></footer><p>End</p>`;
  expect(blocks(page, 'html').map(({ text, landmark }) => [text, landmark])).toEqual([
    ['Shop', 'header'],
    ['Home', 'navigation'],
    ['Terms', undefined],
    ['We sell.', undefined],
    ['Tip', 'aside'],
    ['Annex', undefined],
    ['Find', 'navigation'],
    ['Imprint', 'footer'],
    ['End', undefined],
  ]);
});
