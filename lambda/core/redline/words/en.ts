import { labelled } from '../../markup/language.ts';
import type { RedlineWords } from './model.ts';

export const english: RedlineWords = {
  labels: {
    added: 'Added',
    removed: 'Removed',
    reworded: 'Reworded',
    renumbered: 'Renumbered',
    split: 'Split up',
    merged: 'Joined',
    moved: 'Moved',
    asides: 'Same words',
  },
  label: (name) => labelled(name, 'en'),
  unchanged: (count) => (count === 1 ? '1 passage unchanged' : `${count} passages unchanged`),
  movedFrom: {
    in: (section) => `from “${section}”`,
    after: (section) => `stood after “${section}”`,
    within: () => 'within this section',
  },
  movedTo: {
    in: (section) => `Moved to “${section}”`,
    after: (section) => `Moved, now after “${section}”`,
    within: () => 'Moved within this section',
  },
  start: 'Opening words',
  change: (number) => `Change ${number}`,
  next: 'Next change',
  nothing: 'No words changed.',
  link: (text) => `The link “${text}” leads elsewhere`,
  noLink: 'no link',
  itemNumber: 'Number',
  marks: {
    struck: 'Now struck through',
    unstruck: 'No longer struck through',
    hidden: 'Now hidden from readers',
    unhidden: 'No longer hidden from readers',
  },
};
