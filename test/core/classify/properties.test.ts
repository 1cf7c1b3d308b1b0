import * as fc from 'fast-check';
import { classify } from '../../../lambda/core/classify/classify.ts';
import { checkMinorProof } from '../../../lambda/core/classify/proof/proof.ts';
import { isAnnounced } from '../../../lambda/core/significance.ts';
import { compared, inContext } from './judge.ts';

const word = fc.constantFrom(
  'we',
  'you',
  'letters',
  'keep',
  'not',
  'may',
  'must',
  'share',
  'data',
  'with',
  'partners',
  'the',
  'for',
  '30',
  'days',
  'only',
  'oak',
  'desk',
  'never',
  'and',
  'or',
  'our',
  'refund',
  'recieve',
  'colour',
);
const sentence = fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => `${words.join(' ')}.`);
const text = fc
  .array(fc.tuple(fc.constantFrom('', '## ', '- ', '> '), sentence), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map(([mark, words]) => mark + words).join('\n\n'));
const small = { numRuns: 25 };

test('the same input gives the same findings, id for id', () => {
  fc.assert(
    fc.property(text, text, (old, fresh) => {
      expect(classify(compared(inContext(old), inContext(fresh)))).toEqual(
        classify(compared(inContext(old), inContext(fresh))),
      );
    }),
    small,
  );
});

test('every minor verdict has a proof that holds', () => {
  fc.assert(
    fc.property(text, text, (old, fresh) => {
      const comparison = compared(inContext(old), inContext(fresh));
      const verdict = classify(comparison);
      const failures = verdict.significance === 'minor' ? checkMinorProof(comparison, verdict).failures : [];
      expect(failures).toEqual([]);
    }),
    small,
  );
});

const editorial: readonly (readonly [string, (line: string) => string])[] = [
  ['capitals', (line) => line.toUpperCase()],
  ['a comma for a full stop', (line) => line.replace('.', '!')],
  ['bold', (line) => `**${line}**`],
  ['spelling', (line) => line.replaceAll('colour', 'color').replaceAll('recieve', 'receive')],
  ['articles', (line) => line.replaceAll('the ', '')],
  ['hard wrapping', (line) => line.replaceAll(' ', '\n').replace(/\n(30|-|>|#)/g, ' $1')],
];

/** Two equal words side by side may be a slip of the pen, which is another edit. */
const isDoubled = (line: string): boolean => /\b(\w+)\s\1\b/i.test(line);

test.each(editorial)('an edit of %s alone is never announced, and its proof holds', (_, edit) => {
  fc.assert(
    fc.property(sentence, (line) => {
      fc.pre(!isDoubled(edit(line)));
      const comparison = compared(inContext(line), inContext(edit(line)));
      const verdict = classify(comparison);
      expect(isAnnounced(verdict.significance)).toBe(false);
      expect(checkMinorProof(comparison, verdict).failures).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

const turning: readonly (readonly [string, string, string])[] = [
  ['may', 'must', 'modality'],
  ['with', 'without', 'negation'],
  ['30', '90', 'number'],
  ['days', 'months', 'unit'],
  ['partners', 'advertisers', 'party'],
  ['share', 'sell', 'practice'],
];

test.each(turning)('%s for %s (%s) is always announced, whatever stands around it', (from, to) => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const line = `${before} We ${from} letters. ${after}`;
      expect(
        isAnnounced(
          classify(compared(inContext(line), inContext(line.replace(`We ${from}`, `We ${to}`)))).significance,
        ),
      ).toBe(true);
    }),
    { numRuns: 10 },
  );
});
