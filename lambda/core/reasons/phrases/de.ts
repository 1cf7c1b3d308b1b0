import type { ReasonPhrases } from '../../rules/reason.ts';

/** How a German reason quotes, lists and says what comes and goes. */
export const germanPhrases: ReasonPhrases = {
  quote: (text) => `„${text}“`,
  and: () => 'und',
  more: (count) => `${count} weitere`,
  added: (list, isMany) => `${list} ${isMany ? 'kommen' : 'kommt'} hinzu`,
  gone: (list, isMany) => `${list} ${isMany ? 'entfallen' : 'entfällt'}`,
  isNew: (text) => `${text} kommt hinzu`,
  isGone: (text) => `${text} entfällt`,
  becomes: (before, after) => `${before} wird zu ${after}`,
  proof: () => '',
  nothing: 'nichts',
  words: 'einige Wörter',
  noHeading: 'keiner Überschrift',
};
