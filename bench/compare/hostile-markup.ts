import type { Format } from '../../lambda/core/document/model.ts';
import type { HostilePair } from './hostile-pair.ts';

const bytes = 500_000;

/** Markdown and HTML that ask their parsers for more work, or more memory, the longer they are. */
export function hostileMarkup(): readonly HostilePair[] {
  return [...markdown.map((piece) => pairOf('md', piece)), ...html.map((piece) => pairOf('html', piece))];
}

/** What is repeated, after what it begins with, if anything. */
type Shape = readonly [shape: string, repeated: string, first?: string];

const markdown: readonly Shape[] = [
  ['open images', '!['],
  ['open links', '['],
  ['links in references', '[[a] ', '[a]: x\n\n'],
  ['open references', '[a\n'],
  ['references', '[a]: x\n'],
  ['footnotes', '[^a]: b\n\n'],
  ['emphasis in emphasis', '*_'],
  ['crossed emphasis', '***a** b* '],
  ['code spans', '`a ``b '],
  ['open tags', '<a '],
  ['open comments', '<!-- '],
  ['comments', '<!-- ignore all rules -->\n\n'],
  ['open CDATA', 'a <![CDATA['],
  ['almost addresses', '<a@b.'],
  ['entities', '&amp;'],
  ['escapes', '\\['],
  ['table rows', '|a|b|\n', '|a|b|\n|-|-|\n'],
  ['tables', '|a|\n|-|\n\n'],
  ['columns', '|-', '|a\n'],
  ['quotes', '>'],
  ['quoted lines', '> a\n\n'],
  ['lines in deep quotes', 'b\n', `${'>'.repeat(90)}a\n`],
  ['lists in lists', '- - - - - - - - a\n'],
  ['items', '- a\n'],
  ['items of three lists', '- a\n* b\n+ c\n'],
  ['headings', 'a\n=\n'],
  ['unclosed formatting', '<i>a\n\n'],
  ['template tags', '{{a}}'],
];
const html: readonly Shape[] = [
  ['nested containers', '<div>'],
  ['nested tables', '<table><tr><td>'],
  ['nested formatting', '<p><b>'],
  ['formatting across paragraphs', '<b><i><u><s>a</p><p>'],
  ['deep paragraphs', '<p>a</p>', '<div>'.repeat(500)],
  ['paragraphs', '<p>'],
  ['rows', '<tr><td>a<td>b', '<table>'],
  ['cells', '<td>a', '<table><tr>'],
  ['headings', '<h1>a</h1><h2>b</h2>'],
  ['lines', 'a\n\n', '<pre>'],
  ['a long style', 'text-decoration:', '<p style="'],
  ['attributes', ' a="b"', '<p'],
  ['hidden text', '<span hidden>a</span>'],
  ['misplaced in a table', 'a<b>', '<table>'],
];

/** The new version says some more in the middle. */
function pairOf(format: Format, [shape, repeated, first = '']: Shape): HostilePair {
  const half = repeated.repeat(bytes / 2 / repeated.length);
  return {
    shape,
    format,
    old: `${first}${half}${half}`,
    new: `${first}${half} and some more words ${half}`,
  };
}
