import { termsIn } from '../../lexicon/lexicon.ts';
import { wordsOf } from '../words.ts';

const greeting =
  /^\W*(?:thank(?:s| you)|welcome|hello|hi|dear|we (?:hope|look forward)|enjoy|vielen dank|willkommen|merci|bienvenue|gracias|bienvenid[oa]s?)\b/iu;
const longest = 120;

/** `Thank you for choosing us.`: a greeting or thanks with no term in it but persons. */
export function isCourtesy(text: string): boolean {
  return (
    text.length < longest &&
    greeting.test(text) &&
    termsIn(wordsOf(text).map(({ key }) => key)).every((term) => term.class === 'actor')
  );
}
