import { termsIn } from '../../lexicon/lexicon.ts';
import { wordsOf } from '../words.ts';

const greeting =
  /^\W*(?:thank(?:s| you)|welcome|hello|hi|dear|we (?:hope|look forward|take|value|respect|care|appreciate|are (?:committed|proud|happy|pleased|delighted))|enjoy|vielen dank|willkommen|merci|bienvenue|gracias|bienvenid[oa]s?)\b|^\W*(?:your|the) (?:trust|privacy|satisfaction|opinion|feedback)\b.{0,30}\b(?:matters?|important|priority)\b/iu;
const longest = 120;
/** `We take the security of your data seriously.`: what is held dear, and nothing that is done for it. */
const slogan =
  /^\W*(?:(?:at \p{L}+,? )?we (?:take|treat) [^.,;]{3,60} (?:very |extremely )?seriously|your [^.,;]{3,40} (?:matters?|(?:is|are) (?:very |extremely )?important) to us|we are committed to (?:protecting|respecting|safeguarding) your privacy)\W*$/iu;
const heldDear: ReadonlySet<string> = new Set(['actor', 'security', 'data', 'and']);

/** `Thank you for choosing us.`: a greeting, thanks or slogan with no term in it but persons, or what a slogan holds dear. */
export function isCourtesy(text: string): boolean {
  if (text.length >= longest) return false;
  const terms = termsIn(wordsOf(text).map(({ key }) => key));
  return (
    (greeting.test(text) && terms.every((term) => term.class === 'actor')) ||
    (slogan.test(text) && terms.every((term) => heldDear.has(term.class)))
  );
}
