import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { by } from './predicates.ts';

const about =
  (fact: string) =>
  (change: Change): boolean =>
    change.aspect === 'document' && by(change, fact);
const many = (word: string): string =>
  Array.from(
    { length: 26 },
    (_, index) =>
      `Gardener ${index % 2 === 0 ? 'Ann' : 'Bob'} likes ${String.fromCharCode(97 + index)}${word} roses.`,
  ).join('\n\n');
const long = (word: string): string =>
  Array.from(
    { length: 40 },
    (_, index) => `${word} ${String.fromCharCode(97 + (index % 26))}${index} stays.`,
  ).join('\n\n');

/** What is said of a version as a whole, beside its single changes. */
export const documentRules = [
  {
    id: 'K46',
    kind: 'K46',
    title: 'Whole document replaced',
    significance: 'significant',
    direction: 'neutral',
    reason: 'Less than half of the document is as it was; read it as a new one.',
    citations: [cites.own],
    when: about('document replaced'),
    fires: { old: long('Alder'), new: long('Birch').replaceAll('stays', 'leaves tomorrow') },
    spares: { old: 'We store names.', new: 'We store names!' },
  },
  {
    id: 'K44',
    kind: 'K44',
    title: 'Language of the document changed',
    significance: 'review',
    direction: 'neutral',
    reason: 'The two versions are in different languages; a person who reads both must compare them.',
    citations: [cites.wp29],
    when: about('language changed'),
    fires: {
      old: '# Policy\n\nWe store your name and your address and we will not sell them to anybody. You can ask us for a copy of the data that we hold about you.',
      new: '# Richtlinie\n\nWir speichern Ihren Namen und Ihre Adresse und werden sie nicht verkaufen. Sie können von uns eine Kopie der Daten verlangen, die wir über Sie haben.',
    },
    spares: { old: 'We store names.', new: 'We store names!' },
  },
  {
    id: 'K48',
    kind: 'K48',
    title: 'Many small edits',
    significance: 'review',
    direction: 'neutral',
    reason:
      'No single edit matters, but together they touch a large share of the text; a person should read them.',
    citations: [cites.wp29],
    when: about('many rewordings'),
    fires: { old: many('plumb'), new: many('grinzo') },
    spares: { old: 'We store names.', new: 'We store names!' },
  },
  {
    id: 'K47',
    kind: 'K47',
    title: 'Editorial changes beside significant ones',
    significance: 'minor',
    direction: 'neutral',
    reason: 'The version also holds editorial changes; the most severe change decides.',
    citations: [cites.p2b],
    when: about('mixed'),
    fires: {
      old: 'We recieve letters.\n\nWe sell names.',
      new: 'We receive letters.\n\nWe do not sell names.',
    },
    spares: { old: 'We recieve letters.', new: 'We receive letters.' },
  },
] as const satisfies readonly Rule[];
