import { termsIn } from '../../lexicon/lexicon.ts';
import { normalised } from '../normal/transformations.ts';
import { keysOf, wordsOf } from '../words.ts';

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

const dear = '(?:respect|value|cherish|appreciate|care about|are committed to)';
const conjunct = new RegExp(
  `^(\\W*)we (?:will |shall )?(?:always |fully |deeply |greatly |highly )?${dear} your (?:right to )?privacy(?: \\([^()]*\\?\\))?,? and (?=\\p{L})`,
  'iu',
);
const because = new RegExp(
  `(?:^|(?<=[^\\p{L}]))(?:because|since|as) (?:we ${dear} your privacy|your privacy is (?:very )?important to us), |, (?:because|since|as) (?:we ${dear} your privacy|your privacy is (?:very )?important to us)(?=\\W*$)`,
  'giu',
);

/** `We respect your privacy and answer` as `We answer`: the clause that holds privacy dear binds nobody. */
function withoutPlatitude(text: string): string {
  return text.replace(conjunct, '$1We ').replace(because, '');
}

/** Do two sentences say the same but for such a clause in one of them? */
export function isSameBesidePlatitude(before: string, after: string): boolean {
  const [was, is] = [withoutPlatitude(before), withoutPlatitude(after)];
  if (was === before && is === after) return false;
  const [old, fresh] = normalised(wordsOf(was), wordsOf(is));
  return keysOf(old) === keysOf(fresh);
}
