import { compareDocuments } from '../../../lambda/core/compare/compare.ts';
import type { Alignment } from '../../../lambda/core/compare/model.ts';
import { documentOf } from '../document/documents.ts';

const compared = (old: string, fresh: string, format: 'md' | 'txt' = 'md') =>
  compareDocuments(documentOf(old, format), documentOf(fresh, format));
const ops = (old: string, fresh: string) => compared(old, fresh).alignments.map(describeOne);

function describeOne(one: Alignment): string {
  const old = 'old' in one ? [one.old].flat().map(({ block }) => block.text.slice(0, 14)) : [];
  const fresh = 'new' in one ? [one.new].flat().map(({ block }) => block.text.slice(0, 14)) : [];
  const moved = 'moved' in one && one.moved ? ' moved' : '';
  return `${one.op}${moved} ${old.join(' + ')} -> ${fresh.join(' + ')}`;
}

const clauses = [
  'We collect your name and e-mail address when you open an account with us.',
  'Invoices are kept for seven years because tax law requires it of every merchant.',
  'You may object to direct marketing at any time by writing to our privacy office.',
  'Disputes are decided by the courts of Springfield under the laws of that state.',
  'Children under sixteen must not use the service without consent of a parent.',
];
const text = (...all: readonly (string | undefined)[]) => all.join('\n\n');
const [a, b, c, d, e] = clauses;

describe('what happened to a clause', () => {
  test('kept, reworded, added, removed', () => {
    const reworded = b?.replace('seven', 'ten');
    expect(ops(text(a, b, d), text(a, reworded, c))).toEqual([
      'kept We collect you -> We collect you',
      'reworded Invoices are k -> Invoices are k',
      'removed Disputes are d -> ',
      'added  -> You may object',
    ]);
  });

  test('moved unchanged, and moved and reworded', () => {
    expect(ops(text(a, b, c, d, e), text(b, c, d, e, a))).toContain('moved We collect you -> We collect you');
    const reworded = a?.replace('name', 'full name');
    expect(ops(text(a, b, c, d, e), text(b, c, d, e, reworded))).toContain(
      'reworded moved We collect you -> We collect you',
    );
  });

  test('the longer part stays in place, the shorter one moved', () => {
    const all = ops(text(a, b, c, 'Short.'), text('Short.', a, b, c));
    expect(all[0]).toBe('moved Short. -> Short.');
    expect(all.filter((one) => one.startsWith('kept'))).toHaveLength(3);
  });

  test('split and merged, with the words that changed on the way', () => {
    const split = compared(text(a, `${b} ${c}`, d), text(a, b, c?.replace('any time', 'all times'), d));
    const [, part] = split.alignments;
    expect(part && describeOne(part)).toBe('split Invoices are k -> Invoices are k + You may object');
    expect(
      part && 'spans' in part && part.spans.filter(({ op }) => op !== 'equal').map((one) => one.text),
    ).toEqual(['any time', 'all times']);
    expect(ops(text(a, b, c, d), text(a, `${b} ${c}`, d))[1]).toBe(
      'merged Invoices are k + You may object -> Invoices are k',
    );
  });

  test('a clause that was split and moved as well is told as moved', () => {
    const long = `${d} ${e} ${a} ${a?.replace('name', 'passport number')}`;
    const all = ops(text(`${b} ${c}`, long), text(long.replace('Springfield', 'Shelbyville'), b, c));
    expect(all.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'reworded Disputes',
      'reworded moved',
      'added ',
    ]);
  });

  test('a clause added beside one that stayed is no split', () => {
    expect(ops(text(a, b), text(a, b, c))).toEqual([
      'kept We collect you -> We collect you',
      'kept Invoices are k -> Invoices are k',
      'added  -> You may object',
    ]);
  });

  test('a heading alone in its place was reworded, whatever its words', () => {
    expect(ops(text('## Fees', a), text('## What you pay', a))[0]).toBe('reworded Fees -> What you pay');
  });

  test('repeated clauses that all change alike are paired in order', () => {
    const rows = (word: string) =>
      text(
        ...Array.from({ length: 120 }, (_, at) => `We ${word} your data.${at % 40 === 0 ? ' ' + at : ''}`),
      );
    expect(compared(rows('keep all of'), rows('share all of')).counts).toMatchObject({
      added: 0,
      removed: 0,
    });
  });

  test('the same text in another format is kept', () => {
    const old = documentOf('# T\n\nWe **keep** data.\n\n- a\n');
    const fresh = documentOf('<h1>T</h1><p>We keep data.<ul><li>a</ul>', 'html');
    expect(compareDocuments(old, fresh).counts).toMatchObject({ kept: 3, added: 0, removed: 0, reworded: 0 });
  });

  test('typography alone is a rewording whose spans show it', () => {
    const [only] = compared('the “Service” is ours', 'the "Service" is ours').alignments;
    expect(only).toMatchObject({ op: 'reworded', moved: false });
  });
});

describe('renumbered', () => {
  const old = text('## 1. Scope', a, '## 2. Fees', 'As said in Section 1, you pay.', '## 3. Law', d);
  test('headings and the references that follow them', () => {
    const fresh = text(
      '## 1. New',
      e,
      '## 2. Scope',
      a,
      '## 3. Fees',
      'As said in Section 2, you pay.',
      '## 4. Law',
      d,
    );
    const { counts } = compared(old, fresh);
    expect(counts).toMatchObject({ renumbered: 4, reworded: 0, added: 2, kept: 2 });
  });

  test.each([
    ['md', '1. ', '2. '],
    ['txt', '1) ', '2) '],
    ['html', '<li>', '<li>'],
  ] as const)(
    'items of an ordered list whose number changed, and what refers to them: %s',
    (format, one, two) => {
      const list = (items: string): string => (format === 'html' ? `<ol>${items}</ol>` : items);
      const last = format === 'html' ? '<p>As said in section' : '\nAs said in section';
      const before = `${list(`${one}${a}\n`)}${last} 1, you pay.`;
      const after = `${list(`${one}${e}\n${two}${a}\n`)}${last} 2, you pay.`;
      const { alignments } = compareDocuments(documentOf(before, format), documentOf(after, format));
      expect(alignments.map(({ op }) => op)).toEqual(['added', 'renumbered', 'renumbered']);
      expect(alignments[1]).toMatchObject({ spans: [{ op: 'equal', text: a }] });
    },
  );

  test('a reference that changed while its section stayed is a rewording', () => {
    expect(compared(old, old.replace('in Section 1', 'in Section 3')).counts).toMatchObject({
      renumbered: 0,
      reworded: 1,
    });
  });

  test('a number that is no numbering is a rewording', () => {
    expect(compared('We keep it for 30 days.', 'We keep it for 90 days.').counts).toMatchObject({
      reworded: 1,
    });
    expect(compared('1.5 % of the fee is kept.', '15 % of the fee is kept.').counts).toMatchObject({
      reworded: 1,
    });
    expect(
      compared('30 days is the limit for all claims.', '90 days is the limit for all claims.').counts,
    ).toMatchObject({ reworded: 1 });
  });
});

describe('counts', () => {
  test('are of blocks and of words', () => {
    expect(
      compared(text(a, 'Gone now.'), text(a?.replace('name', 'full legal name'), 'Entirely different, this.'))
        .counts,
    ).toEqual({
      kept: 0,
      moved: 0,
      renumbered: 0,
      reworded: 1,
      split: 0,
      merged: 0,
      removed: 1,
      added: 1,
      wordsDeleted: 2,
      wordsInserted: 5,
    });
  });
});
