import * as fc from 'fast-check';
import { sentences } from '../../../lambda/core/compare/sentences.ts';
import { anyText } from '../../any-text.ts';

const cut = (text: string) => sentences(text).map((one) => one.text.trim());

describe('sentences', () => {
  test.each([
    ['We keep data. We sell nothing.', 2],
    ['Is it safe? Yes! It is.', 3],
    ['Partners, e.g. Acme Inc. and others, help us. They may not.', 2],
    ['See Sec. 4.2 and Art. 6 of the Act. It applies.', 2],
    ['The U.S. Government may ask. We refuse.', 2],
    ['1. We keep data for 30 days. 2. We delete it.', 2],
    ['Data (incl. logs, etc.) are kept. Not sold.', 2],
    ['Dr. Müller ist z.B. nach Abs. 2 zuständig. Sie können widersprechen.', 2],
    ['no full stop', 1],
  ])('%s', (text, count) => {
    expect(cut(text)).toHaveLength(count);
  });

  test('of a long block are those of its short pieces', () => {
    const text = 'We keep it for 30 days. You may ask us to delete it! '.repeat(900);
    expect(new Set(cut(text))).toEqual(new Set(['We keep it for 30 days.', 'You may ask us to delete it!']));
    expect(sentences('a'.repeat(20_000))).toHaveLength(1);
    expect(sentences('ab '.repeat(6_000)).every((one) => one.end === 18_000 || one.text.endsWith(' '))).toBe(
      true,
    );
  });

  test('joined give the text back, each at its place, however long', () => {
    const long = fc.string({
      unit: fc.constantFrom('We keep it. ', 'a', ' ', '. ', 'No. 5 ', 'É', '\n'),
      maxLength: 3_000,
    });
    fc.assert(
      fc.property(fc.oneof(anyText(), long), (text) => {
        let at = 0;
        for (const sentence of sentences(text)) {
          expect(sentence).toEqual({ text: text.slice(at, sentence.end), start: at, end: sentence.end });
          at = sentence.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 60 },
    );
  });
});
