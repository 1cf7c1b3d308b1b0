import { stem } from '../../../lambda/core/lexicon/inflection.ts';
import { americanSpelling } from '../../../lambda/core/lexicon/editorial.ts';
import { modalStrength, numeralValue, provenance, termsIn } from '../../../lambda/core/lexicon/lexicon.ts';
import { termClasses } from '../../../lambda/core/lexicon/model.ts';
import { isKnownWord } from '../../../lambda/core/classify/editorial/known-words.ts';

const classesIn = (text: string): string[] =>
  termsIn(text.split(' ')).map((term) => `${term.class}:${term.term}`);

test.each([
  ['shares', 'shared'],
  ['sharing', 'share'],
  ['policies', 'policy'],
  ['stopped', 'stop'],
  ['processes', 'processing'],
  ['children', 'child'],
  ['used', 'using'],
])('%s and %s have one stem', (a, b) => {
  expect(stem(a)).toBe(stem(b));
});

test.each([
  ['us', 'use'],
  ['not', 'note'],
  ['now', 'not'],
  ['his', 'hi'],
  ['new', 'news'],
])('%s and %s have not', (a, b) => {
  expect(stem(a)).not.toBe(stem(b));
});

test.each([
  ['we share your ip address', 'data:ip address'],
  ['as long as necessary', 'retention:as long as'],
  ['sie verkaufen nicht', 'negation:nicht'],
  ['nous ne vendons pas', 'negation:pas'],
  ['el usuario debe pagar', 'modal:debe'],
  ['after ninety days', 'number:ninety'],
  ['12.50 euros', 'number:12.50'],
  ['legitimate interests', 'basis:legitimate interest'],
])('"%s" holds %s', (text, term) => {
  expect(classesIn(text)).toContain(term);
});

test('a longer phrase hides the shorter one of its class, and foreign words are matched as written', () => {
  expect(classesIn('right to object').filter((term) => term.startsWith('right:'))).toEqual([
    'right:right to object',
  ]);
  expect(classesIn('san francisco')).toEqual([]);
  expect(classesIn('deb nicholson')).toEqual([]);
});

test('patent numbers and web addresses are no quantities', () => {
  expect(classesIn('us12032921 https://ash.example/2024')).toEqual([]);
});

test('every class of the model has words', () => {
  const words = [
    'not',
    'may',
    'usually',
    'only',
    'if',
    'and',
    'or',
    'day',
    'we',
    '5',
    'fee',
    'cookie',
    'health',
    'share',
    'marketing',
    'ai',
    'vendor',
    'consent',
    'legitimate interest',
    'encryption',
    'adequacy',
    'retention',
    'notify',
    'gdpr',
    'liability',
    'terminate',
    'licence',
    'harass',
    'eligible',
    'binding',
  ];
  const found = new Set(words.flatMap((word) => termsIn(word.split(' ')).map((term) => term.class)));
  expect(termClasses.filter((one) => !found.has(one))).toEqual([]);
});

test('modal verbs are ordered by strength', () => {
  expect([
    modalStrength('may'),
    modalStrength('should'),
    modalStrength('must'),
    modalStrength('oak'),
  ]).toEqual([1, 3, 5, undefined]);
});

test('number words of four languages have values', () => {
  expect(['thirty', 'dreißig', 'trente', 'treinta', 'oak'].map(numeralValue)).toEqual([
    30,
    30,
    30,
    30,
    undefined,
  ]);
  expect(numeralValue('constructor')).toBeUndefined();
});

test.each([
  ['honour', 'honor'],
  ['organisation', 'organization'],
  ['cancelled', 'canceled'],
  ['centre', 'center'],
  ['four', 'four'],
  ['your', 'your'],
])('%s is spelt %s', (british, american) => {
  expect(americanSpelling(british)).toBe(american);
});

test('words are told from misspellings', () => {
  expect(['receive', 'collected', 'unrecognised', 'disclosure'].map(isKnownWord)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['recieve', 'funtion', 'ashdesk'].map(isKnownWord)).toEqual([false, false, false]);
});

test('every vocabulary says where it comes from and under which licence', () => {
  expect(provenance.map(({ name }) => name.slice(0, 8))).toEqual(
    expect.arrayContaining(['Data Pri', 'OPP-115 ', 'Californ']),
  );
  for (const { licence } of provenance) expect(licence).not.toBe('');
});

test.each(['d3-color', 'sha-256', 'us12345678', '{{ law 12 }}'])(
  '%s names a thing and counts nothing',
  (word) => {
    expect(termsIn([word]).filter((term) => term.class === 'number')).toEqual([]);
  },
);

test.each(['12', 'usd100', '15%', 'thirty'])('%s is a quantity', (word) => {
  expect(termsIn([word]).map((term) => term.class)).toContain('number');
});
