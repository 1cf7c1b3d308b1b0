import type { Change } from '../rules/model.ts';
import { canonicalText } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Located } from './judged.ts';
import { baseOf, editorialChange, located } from './judged.ts';
import type { LinkChange } from './links.ts';
import { linkChanges } from './links.ts';
import { markChanges } from './marks.ts';
import { registrableDomain } from './normal/addresses.ts';
import { classesOf } from './terms.ts';
import type { Unit } from './units.ts';

/** Links that lead elsewhere, come or go in text that stays. */
export function linkChangesOf(unit: Unit, evidence: Evidence): Located[] {
  return linkChanges(
    unit.old.map(({ block }) => block),
    unit.new.map(({ block }) => block),
  ).map((link) => located(linkChange(unit, link, evidence), unit));
}

function linkChange(unit: Unit, link: LinkChange, evidence: Evidence): Change {
  const text = unit.new.map(({ block }) => block.text).join('\n');
  const context = classesOf([sentenceWith(text, link.text)]);
  const isRight =
    link.new === ''
      ? channel.test(`${link.text} ${link.old}`)
      : context.has('right') || channel.test(link.text);
  const own =
    link.transformation ?? renamedSite(link, evidence) ?? (link.oldText !== link.text ? 'link words' : null);
  const editorial = isRight && own !== 'link on the same site' && own !== 'link added' ? null : own;
  if (editorial !== null) {
    const step = { transformation: editorial, old: link.old, new: link.new };
    return { ...editorialChange(unit, 'reworded', [editorial], [step]), before: link.old, after: link.new };
  }
  return {
    ...baseOf(unit, 'reworded'),
    aspect: 'link',
    before: `${link.text} (${link.old})`,
    after: link.new === '' ? link.text : `${link.text} (${link.new})`,
    deleted: [link.old],
    inserted: [link.new],
    written: { deleted: link.old, inserted: link.new },
    context,
  };
}

const channel =
  /opt.?(?:out|in)|unsubscrib|preference|consent|do.?not.?sell|delet|eras|withdraw|complain|object|request/i;

function renamedSite({ old, new: fresh }: LinkChange, { renames }: Evidence): string | null {
  const [from, to] = [registrableDomain(old)?.split('.')[0], registrableDomain(fresh)?.split('.')[0]];
  return [...renames].some(
    (key) =>
      key === `${from} -> ${to}` || key === `‹${registrableDomain(old)}› -> ‹${registrableDomain(fresh)}›`,
  )
    ? 'consistent rename'
    : null;
}

function sentenceWith(text: string, part: string): string {
  return text.split(/(?<=[.!?])\s+/).find((sentence) => sentence.includes(part)) ?? text;
}

/** Text that is struck through or hidden in one version only. */
export function markChangesOf(unit: Unit): Located[] {
  return markChanges(
    unit.old.map(({ block }) => block),
    unit.new.map(({ block }) => block),
  ).map(({ aspect, old, new: fresh }) =>
    located({ ...baseOf(unit, 'reworded'), aspect, before: old, after: fresh }, unit),
  );
}

const scoping: readonly string[] = ['jurisdiction', 'eligibility', 'negation', 'party'];

/** A block that stands elsewhere: editorial, unless the headings above it now name other people or places. */
export function moveChange(unit: Unit): Located[] {
  const [old, fresh] = [unit.old[0]?.block.path ?? [], unit.new[0]?.block.path ?? []];
  const scope = (path: readonly string[]): string =>
    [...classesOf(path)]
      .filter((one) => scoping.includes(one))
      .sort()
      .join(' ');
  const sameHeadings = old.map(canonicalText).join('|') === fresh.map(canonicalText).join('|');
  if (sameHeadings || scope(old) === scope(fresh))
    return [located(editorialChange(unit, 'moved', ['moved unchanged']), unit)];
  const base = baseOf(unit, 'moved');
  const text = unit.new.map(({ block }) => block.text).join('\n');
  return [located({ ...base, aspect: 'place', before: text, after: text, context: classesOf([text]) }, unit)];
}
