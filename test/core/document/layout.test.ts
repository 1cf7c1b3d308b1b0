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
