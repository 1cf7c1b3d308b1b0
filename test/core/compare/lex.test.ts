import * as fc from 'fast-check';
import { canonical } from '../../../lambda/core/compare/canon.ts';
import { lex } from '../../../lambda/core/compare/lex.ts';
import { anyText } from '../../any-text.ts';

const shown = (text: string) =>
  lex(text)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, text: written }) => `${kind}:${written}`)
    .join(' ');

describe('what is one token', () => {
  test.each([
    ['opt-in third-party COVID-19', 'word:opt-in word:third-party word:COVID-19'],
    ["don't user’s", "word:don't word:user’s"],
    ['1,000.50 3rd 30. 4.2', 'number:1,000.50 number:3rd number:30 punct:. number:4.2'],
    ['30-day 5GB 15%', 'number:30 punct:- word:day number:5 word:GB number:15 punct:%'],
    ['U.S. law, e.g. U.S.A. i.e.', 'word:U.S. word:law punct:, word:e.g. word:U.S.A. word:i.e.'],
    ['a J. Doe.', 'word:a word:J punct:. word:Doe punct:.'],
    ['mail a.b+c@example.co.uk.', 'word:mail email:a.b+c@example.co.uk punct:.'],
    [
      '(see https://example.com/a?b=(c), www.example.org)',
      'punct:( word:see url:https://example.com/a?b=(c) punct:, url:www.example.org punct:)',
    ],
    [
      'at example.com/privacy. End.Next',
      'word:at url:example.com/privacy punct:. word:End punct:. word:Next',
    ],
    ['mailto:a@b.de', 'url:mailto:a@b.de'],
    [
      'we {{ x | y }} {% if a %} <%= b %>',
      'word:we template:{{ x | y }} template:{% if a %} template:<%= b %>',
    ],
    ['----- ... ==', 'punct:----- punct:... punct:=='],
    ['个人 データ', 'word:个 word:人 word:デ word:ー word:タ'],
    ['na\u00efve nai\u0308ve', 'word:na\u00efve word:nai\u0308ve'],
    ['se\u00adll we\u200bb', 'word:se\u00adll word:we\u200bb'],
    ['😀 ok', 'punct:😀 word:ok'],
  ])('%j', (text, tokens) => {
    expect(shown(text)).toBe(tokens);
  });

  test('offsets are those of the text, and the forms of a token are as promised', () => {
    const [first, space, second] = lex('‘Don’t\u00a0SE\u00adLL').slice(1);
    expect(first).toEqual({ text: 'Don’t', canon: "Don't", key: "don't", kind: 'word', start: 1, end: 6 });
    expect(space).toMatchObject({ kind: 'space', canon: ' ' });
    expect(second).toMatchObject({ canon: 'SELL', key: 'sell', start: 7, end: 12 });
  });
});

describe('the canonical form', () => {
  test.each([
    ['“a” ‘b’ «c» „d‟', '"a" \'b\' "c" "d"'],
    ['a–b — c -- d --- e − f', 'a-b - c - d - e - f'],
    ['a\u00a0b\u202fc\u2009d', 'a b c d'],
    ['a\u200b\u00ad\ufeff\u202eb', 'ab'],
    ['e\u0301 ﬁn …', 'é fin ...'],
    ['Case STAYS', 'Case STAYS'],
  ])('%j is %j', (text, canon) => {
    expect(canonical(text)).toBe(canon);
  });

  test('of a canonical text is that text', () => {
    fc.assert(fc.property(anyText(), (text) => canonical(canonical(text)) === canonical(text)));
  });
});

const piece = fc.constantFrom(
  ...'ab1 .,@-\'"{%}<>/:_()\u200b\u00a0\u2019\u00e9\u4e2d\u{1f600}\ud800https://www.example.com U.S.'.split(
    '',
  ),
);
const text = fc.oneof(
  anyText(),
  fc.array(piece).map((all) => all.join('')),
);

test('tokens joined give the text back, each at its place', () => {
  fc.assert(
    fc.property(text, (source) => {
      let at = 0;
      for (const token of lex(source)) {
        expect([token.start, token.end, token.text]).toEqual([
          at,
          at + token.text.length,
          source.slice(at, token.end),
        ]);
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
      expect(at).toBe(source.length);
    }),
    { numRuns: 500 },
  );
});

test('hostile runs take linear time', () => {
  for (const run of ['a.', 'a@', 'a.a-', 'a_b.', 'http://', '{{', '<%', 'a-', '1,', 'www.a)))', '\u200b']) {
    const count = lex(run.repeat(20_000)).length;
    expect(count).toBeGreaterThan(0);
  }
});
