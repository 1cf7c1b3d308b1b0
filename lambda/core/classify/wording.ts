import type { TermClass } from '../lexicon/model.ts';
import { englishPhrases } from '../rules/english.ts';
import type { Change, Rule, Shift } from '../rules/model.ts';
import { becomingText, cut, type Told } from '../rules/reason.ts';

/** Connectives: named only where the rule is about them. */
const connectives: readonly TermClass[] = ['and', 'or', 'condition', 'actor'];

/** What a rule's reason has to tell of a change, in the words of the text. */
export function toldOf(rule: Pick<Rule, 'names'>, change: Change): Told {
  return {
    section: change.section.at(-1) ?? '',
    before: change.before,
    after: change.after,
    shift: shiftOf(rule, change),
    steps: change.steps,
    transformations: change.editorial,
  };
}

/** The terms that the reason is about; where none moved, all words that differ. */
function shiftOf(rule: Pick<Rule, 'names'>, change: Change): Shift {
  const isNamed = namedBy(rule, change);
  const [lost, gained] = [change.lost, change.gained].map((terms) =>
    terms.filter(isNamed).map(({ term, written }) => written ?? term),
  );
  if (lost !== undefined && gained !== undefined && lost.length + gained.length > 0)
    return { lost: unique(lost), gained: unique(gained) };
  const { deleted, inserted } = change.written;
  return { lost: unique([cut(deleted)]), gained: unique([cut(inserted)]) };
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter((word) => word !== '');
}

type Named = (term: Change['lost'][number]) => boolean;

/** The terms that a rule's reason is about; all but connectives where it does not say, or where none of its own moved. */
function namedBy({ names }: Pick<Rule, 'names'>, change: Change): Named {
  const own: Named = (term) => names?.includes(term.class) ?? false;
  if ([...change.lost, ...change.gained].some(own)) return own;
  return (term) => !connectives.includes(term.class);
}

/** `Retention: "30 days" becomes "90 days".` One sentence; old and new are always shown. */
export function summaryOf(change: Change, title: string, told: Told): string {
  const place = cut(told.section);
  return `${place === '' ? '' : `${place}: `}${title}: ${becoming(change, told)}.`;
}

function becoming({ op, after, sectionBefore }: Change, told: Told): string {
  if (op !== 'moved') return becomingText(told, englishPhrases);
  const before = sectionBefore?.at(-1);
  const { quote } = englishPhrases;
  return `${quote(cut(after))} now stands here${before === undefined ? '' : `, before under ${quote(cut(before))}`}`;
}
