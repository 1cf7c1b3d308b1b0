import * as fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { Constant, h, render, renderDocument, Variable } from '../../../lambda/core/markup/html.ts';
import { Href } from '../../../lambda/core/markup/href.ts';
import { displayText, escapeAnywhere, revealedText, shortened } from '../../../lambda/core/markup/text.ts';
import { payloads } from '../../browser/payloads.ts';
import { anyText } from '../../any-text.ts';

type Node = DefaultTreeAdapterTypes.Node;

function elements(node: Node): readonly DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const hostile = fc.oneof(fc.constantFrom(...payloads), anyText({ maxLength: 40 }));

test('whatever a text holds, a browser reads back that text and our tags alone', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, attribute) => {
      const page = h('html', {}, h('head', {}), h('body', {}, h('p', { title: attribute }, text)));
      const parsed = parse(renderDocument(page));
      const found = elements(parsed);
      expect(found.map(({ tagName }) => tagName)).toEqual(['html', 'head', 'body', 'p']);
      const [paragraph] = found.slice(-1);
      expect(paragraph?.attrs).toEqual([{ name: 'title', value: displayText(attribute) }]);
      expect(paragraph && textOf(paragraph)).toBe(displayText(text));
    }),
  );
});

test('nothing written as text can become a template expression', () => {
  expect(render(['{', '{{name}}', '{', new Variable('nameHtml')])).toBe(
    '&#123;&#123;&#123;name&#125;&#125;&#123;{{nameHtml}}',
  );
});

test('a style sheet that would end its element, or hold an expression, is refused', () => {
  expect(() => Constant.style('</style>')).toThrow('style sheet');
  expect(() => Constant.style('{{x}}')).toThrow('style sheet');
  expect(() => Constant.outlook('-->')).toThrow('comment');
});

test.each([
  ['https://fjordlight.example/a b', 'https://fjordlight.example/a%20b'],
  ['HTTP://FJORDLIGHT.example', 'http://fjordlight.example/'],
  ['/terms', 'https://fjordlight.example/terms'],
  ['mailto:a@fjordlight.example', 'mailto:a@fjordlight.example'],
  ['https://fjordlight.example/"onclick="x', 'https://fjordlight.example/%22onclick=%22x'],
])('the target %s is rebuilt', (target, url) => {
  expect(Href.external(target, 'https://fjordlight.example')?.url).toBe(url);
});

test.each([
  '',
  'javascript:pwned()',
  'java\nscript:pwned()',
  '\u0001javascript:pwned()',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://user:pass@fjordlight.example/',
  'https://user@fjordlight.example/',
  'https://',
])('the target %j is no link', (target) => {
  expect(Href.external(target, 'https://fjordlight.example')).toBeNull();
});

test('links of our own are relative to their page and encoded', () => {
  expect(Href.relative('../a b/"c"/').url).toBe('../a%20b/%22c%22/');
  expect(Href.fragment('über uns').url).toBe('#%C3%BCber%20uns');
  expect(Href.absolute('https://a.example/site', 'p/history/').url).toBe('https://a.example/site/p/history/');
});

test('controls that reorder text never reach a reader, and a comparison names them', () => {
  expect(displayText('a\u202Eb\u2066c\u0007\uD800d')).toBe('abcd');
  expect(revealedText('a\u202Eb')).toBe('a[U+202E]b');
});

test('a text is cut at a word boundary, never within a character', () => {
  expect(shortened('one two three', 9)).toBe('one two…');
  expect(shortened('𝒜'.repeat(9), 4)).toBe('𝒜𝒜𝒜…');
  fc.assert(
    fc.property(anyText(), fc.integer({ min: 2, max: 30 }), (text, limit) => {
      expect(Array.from(shortened(text, limit)).length).toBeLessThanOrEqual(limit);
    }),
  );
});

test('a value for other hands carries no character that means something in HTML or in a template', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(escapeAnywhere(text)).not.toMatch(/[<>"'`={}]/u);
    }),
  );
});
