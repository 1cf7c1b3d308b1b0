import { antonyms } from '../lexicon/editorial.ts';
import { modalStrength } from '../lexicon/lexicon.ts';
import type { TermClass } from '../lexicon/model.ts';
import type { Change } from './model.ts';

/** Did the change take away a term of one of these classes? */
export function lost(change: Change, ...classes: readonly TermClass[]): boolean {
  return change.lost.some((term) => classes.includes(term.class));
}

/** Does the sentence grant the reader something? */
export function isGrant(text: string): boolean {
  return /\b(?:you (?:can|may|have|are entitled)|right to|your rights?)\b/i.test(text);
}

/** Did the change bring a term of one of these classes? */
export function gained(change: Change, ...classes: readonly TermClass[]): boolean {
  return change.gained.some((term) => classes.includes(term.class));
}

/** Lost or gained. */
export function touched(change: Change, ...classes: readonly TermClass[]): boolean {
  return lost(change, ...classes) || gained(change, ...classes);
}

/** Is the statement, or a heading above it, about one of these? */
export function about(change: Change, ...classes: readonly TermClass[]): boolean {
  return classes.some((termClass) => change.context.has(termClass) || change.theme.has(termClass));
}

/** Does the statement itself speak of one of these? */
export function says(change: Change, ...classes: readonly TermClass[]): boolean {
  return classes.some((termClass) => change.context.has(termClass));
}

/** Does the statement, in either version, match? */
export function reads(change: Change, pattern: RegExp): boolean {
  return pattern.test(change.before) || pattern.test(change.after);
}

/** Do the headings above match? */
export function under(change: Change, pattern: RegExp): boolean {
  return (
    change.section.some((heading) => pattern.test(heading)) ||
    (change.sectionBefore ?? []).some((heading) => pattern.test(heading))
  );
}

/** Do the differing words match? They are joined by spaces, deleted first. */
export function differs(change: Change, pattern: RegExp): boolean {
  return pattern.test(change.deleted.join(' ')) || pattern.test(change.inserted.join(' '));
}

/** How the strength of the modal verbs moved: negative is weaker, positive stronger, 0 unchanged or unknown. */
export function modalShift(change: Change): number {
  return strongest(change.gained) === 0 || strongest(change.lost) === 0
    ? 0
    : strongest(change.gained) - strongest(change.lost);
}

function strongest(terms: Change['lost']): number {
  return Math.max(0, ...terms.map(({ term }) => modalStrength(term) ?? 0));
}

const ourVoice = /(?:^|[^\p{L}])(?:we|our|us|wir|unser\w*|nous|notre|nos|nosotros|nuestr\w+)(?=$|[^\p{L}])/iu;
const readerVoice =
  /(?:^|[^\p{L}])(?:you|your|users?|customers?|members?|ihr\w*|vous|votre|vos|usted\w*)(?=$|[^\p{L}])/iu;

/** Does a word give way to its opposite (`private` to `public`)? */
export function turned({ deleted, inserted }: Change): boolean {
  return deleted.some((from) => inserted.some((to) => antonyms.has(`${from}=${to}`)));
}

/** Does the company speak of itself here? */
export function isOurs(change: Change): boolean {
  return reads(change, ourVoice);
}

/** Is the reader addressed or named here? */
export function isReaders(change: Change): boolean {
  return reads(change, readerVoice);
}

/** A statement that came or went as a whole. */
export function isWhole(change: Change): boolean {
  return change.op === 'added' || change.op === 'removed';
}

/** Does the change do no more than what the named editorial transformations allow, and is one of them among these? */
export function by(change: Change, ...names: readonly string[]): boolean {
  return change.editorial.some((name) => names.includes(name));
}
