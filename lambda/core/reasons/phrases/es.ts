import type { ReasonPhrases } from '../../rules/reason.ts';

/** `y` becomes `e` before the sound of an i, whatever mark stands between. */
const soundsLikeY = /^[^\p{L}\p{N}]*(?:[ií]|h[ií](?![aeouáéóú]))/iu;

/** How a Spanish reason quotes, lists and says what comes and goes. */
export const spanishPhrases: ReasonPhrases = {
  quote: (text) => `«${text}»`,
  and: (next) => (soundsLikeY.test(next) ? 'e' : 'y'),
  more: (count) => `${count} más`,
  added: (list, isMany) => `se ${isMany ? 'añaden' : 'añade'} ${list}`,
  gone: (list, isMany) => `se ${isMany ? 'eliminan' : 'elimina'} ${list}`,
  isNew: (text) => `se añade ${text}`,
  isGone: (text) => `se elimina ${text}`,
  becomes: (before, after) => `${before} pasa a ser ${after}`,
  proof: () => '',
  nothing: 'nada',
  words: 'algunas palabras',
  noHeading: 'ningún título',
};
