import * as fc from 'fast-check';
import { lex } from '../../../lambda/core/compare/lex.ts';
import type { Span } from '../../../lambda/core/compare/model.ts';
import { tidySpans } from '../../../lambda/core/compare/tidy.ts';
import { wordSpans } from '../../../lambda/core/compare/words.ts';
import { anyText } from '../../any-text.ts';

const marks = { equal: ['', ''], delete: ['[', ']'], insert: ['{', '}'] } as const;
const shown = (spans: readonly Span[]) =>
  spans.map(({ op, text }) => marks[op][0] + text + marks[op][1]).join('');
const without = (spans: readonly Span[], op: Span['op']) =>
  spans
    .filter((span) => span.op !== op)
    .map(({ text }) => text)
    .join('');

describe('words', () => {
  test.each([
    ['We keep data.', 'We keep your data.', 'We keep {your }data.'],
    ['We keep your data.', 'We keep data.', 'We keep [your ]data.'],
    ['kept for 30 days', 'kept for 90 days', 'kept for [30]{90} days'],
    ['We may sell', 'We never sell', 'We [may]{never} sell'],
    ['the “Service”', 'the "Service"', 'the [“]{"}Service[”]{"}'],
    ['Our data', 'our data', '[Our]{our} data'],
    ['a  b', 'a b', 'a [ ]b'],
    ['', 'new', '{new}'],
    ['same', 'same', 'same'],
    ['We opt-in', 'We opt in', 'We [opt-in]{opt in}'],
  ])('%j -> %j', (old, fresh, expected) => {
    expect(shown(wordSpans(old, fresh).spans)).toBe(expected);
  });

  test('two texts rebuild exactly; equal spans begin and end between tokens of both', () => {
    const word = fc.constantFrom(
      'we',
      'We',
      'may',
      'data',
      '“',
      '"',
      ',',
      '.',
      '30',
      'opt-in',
      '\u00a0',
      ' ',
      '  ',
      'se\u00adll',
      'sell',
      '\u200b',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
      fc.array(word).map((all) => all.join('')),
      anyText(),
    );
    fc.assert(
      fc.property(text, text, (old, fresh) => {
        const { spans, degraded } = wordSpans(old, fresh);
        expect(degraded).toBe(false);
        expect([without(spans, 'insert'), without(spans, 'delete')]).toEqual([old, fresh]);
        expect(
          spans.every(({ text: written }, at) => written !== '' && spans[at - 1]?.op !== spans[at]?.op),
        ).toBe(true);
        expectWholeTokens(old, spans, 'insert');
        expectWholeTokens(fresh, spans, 'delete');
        const tidy = tidySpans(spans);
        expect([without(tidy, 'insert'), without(tidy, 'delete')]).toEqual([old, fresh]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Every word or number lies in one span, whole. */
function expectWholeTokens(text: string, spans: readonly Span[], other: Span['op']): void {
  const cuts = new Set<number>();
  let at = 0;
  for (const span of spans) if (span.op !== other) cuts.add((at += span.text.length));
  for (const { kind, start, end } of lex(text)) {
    if (kind === 'space') continue;
    for (let inside = start + 1; inside < end; inside++) expect(cuts.has(inside)).toBe(false);
  }
}

describe('for display', () => {
  test('small islands of stop-words between replacements are absorbed, others stay', () => {
    const tidy = (old: string, fresh: string) => shown(tidySpans(wordSpans(old, fresh).spans));
    expect(tidy('sell the data', 'share the logs')).toBe('[sell the data]{share the logs}');
    expect(tidy('sell personal data', 'share personal logs')).toBe('[sell]{share} personal [data]{logs}');
    expect(tidy('we and you', 'we now and then you')).toBe('we {now }and {then }you');
    expect(tidy('sell not data', 'share not logs')).toBe('[sell]{share} not [data]{logs}');
  });
});
