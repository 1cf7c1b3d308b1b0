import type { Block } from '../../document/model.ts';
import { termsIn } from '../../lexicon/lexicon.ts';
import { wordsOf } from '../words.ts';

const pointer =
  /^\W*(?:(?:for|to) (?:more|further|additional|details|learn|read|see|find)\b|(?:please )?(?:see|read|visit|consult|refer to|check|view|click)\b|(?:you (?:can|may)(?: also)? )?(?:find|read|learn|refer|see|review)\b|more (?:information|details|info)\b|learn more|further (?:information|details)|additional information|details (?:are|can)|the (?:most recent|latest|current) version of this)/i;
const pointsTo =
  /\b(?:more|further|information|info|details|see|read|refer|consult|here|page|guide|guidelines|faq|website|learn|visit|version)\b/i;
/** Terms that no navigation and no pointer holds. */
export const heavy: ReadonlySet<string> = new Set([
  'negation',
  'modal',
  'time',
  'money',
  'right',
  'remedy',
  'sensitive',
  'jurisdiction',
  'ai',
  'eligibility',
  'termination',
  'purpose',
  'binding',
  'retention',
]);
const choice =
  /opt.?(?:out|in)|unsubscrib|\bobject|withdraw|complain|delet|eras|revok|cancel|do not|consent|request form/i;
const turning = new Set(['negation', 'modal', 'time', 'number', 'hedge', 'money']);
const explaining =
  /,? (?:which|that) (?:further |also )?(?:explain|describe|set out|contain|list|outline)s?\b.*$/i;
const heavyInPointers = new Set([...heavy].filter((one) => one !== 'purpose' && one !== 'retention'));
const available =
  /\b(?:(?:can|may) (?:also )?be (?:found|viewed|accessed|read|downloaded)|(?:is|are) (?:also )?(?:available|listed|described|explained|set out|published)|you (?:can|may)(?: also| always)? (?:find|read|learn|view|see|refer|review))\b/i;

/** What a pointer says beside that something can be read somewhere. */
export function withoutPointing(text: string): string {
  return text
    .replace(available, '')
    .replace(explaining, '')
    .replace(/^\W*(?:for|to|if you)\b/i, '')
    .replace(/\byou (?:can|may)\b/i, '');
}

/** Does the text do nothing but say where to read on? */
export function isPointer(text: string, block: Block): boolean {
  const rest = withoutPointing(text);
  if (choice.test(text)) return false;
  const isPlain = pointer.test(text)
    ? !weighs(rest, turning)
    : available.test(text) && !weighs(rest, heavyInPointers);
  const goesSomewhere =
    block.links.length > 0 ||
    /https?:|www\.|\b(?:here|page|guidelines?|guide|faqs?|help cent(?:er|re))\b|@/i.test(text);
  return goesSomewhere && text.length < 320 && pointsTo.test(text) && isPlain;
}

/** Does the text hold a term of one of these classes? */
export function weighs(text: string, classes: ReadonlySet<string>): boolean {
  return termsIn(wordsOf(text).map(({ key }) => key)).some((term) => classes.has(term.class));
}
