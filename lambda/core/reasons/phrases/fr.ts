import type { ReasonPhrases } from '../../rules/reason.ts';

/** How a French reason quotes, lists and says what comes and goes: by nouns, which agree with nothing. */
export const frenchPhrases: ReasonPhrases = {
  quote: (text) => `«\u202F${text}\u202F»`,
  and: () => 'et',
  more: (count) => (count === 1 ? '1 autre' : `${count} autres`),
  added: (list) => `ajout de ${list}`,
  gone: (list) => `suppression de ${list}`,
  isNew: (text) => `ajout de ${text}`,
  isGone: (text) => `suppression de ${text}`,
  becomes: (before, after) => `${before} devient ${after}`,
  proof: () => '',
  nothing: 'rien',
  words: 'certains mots',
  noHeading: 'aucun titre',
};
