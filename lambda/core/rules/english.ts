import type { ReasonPhrases } from './reason.ts';

/** The phrases of the language in which the rules give their reasons. */
export const englishPhrases: ReasonPhrases = {
  quote: (text) => `"${text}"`,
  and: () => 'and',
  more: (count) => `${count} more`,
  added: (list, isMany) => `${list} ${isMany ? 'are' : 'is'} added`,
  gone: (list, isMany) => `${list} ${isMany ? 'are' : 'is'} gone`,
  isNew: (text) => `new is ${text}`,
  isGone: (text) => `gone is ${text}`,
  becomes: (before, after) => `${before} becomes ${after}`,
  proof: (transformations) => transformations.join(', '),
  nothing: 'nothing',
  words: 'words',
  noHeading: 'no heading',
};
