import { englishPhrases } from '../rules/english.ts';
import type { Change, Rule } from '../rules/model.ts';
import { reasonText } from '../rules/reason.ts';
import { rulesBeside } from '../rules/rules.ts';
import type { Ground } from './model.ts';
import { toldOf } from './wording.ts';

/** Why a rule fires on a change. */
export function groundOf(rule: Rule, change: Change): Ground {
  const told = toldOf(rule, change);
  const reason = reasonText(rule.reason, told, englishPhrases);
  return { rule: rule.id, reason, shift: told.shift, citations: rule.citations };
}

const mostBeside = 3;
/** Rules so wide that beside a closer one they say nothing more: who acts, what is left out, scope, verbs. */
const wide: ReadonlySet<string> = new Set(['K28a', 'K29', 'K31', 'K49']);
/** A purpose that is added: its word may be no more than part of a name, as in `Brightmeter Analytics`. */
const newPurpose = 'K15';

/**
 * Why other rules fire on a rewording or a table row, in the order of the table: each that has terms of its own and names
 * one which none before it has named, at most three. A whole statement that comes or goes is one thing, with one reason.
 */
export function groundsBeside(decides: Rule, change: Change): readonly Ground[] {
  if (change.op !== 'reworded' && change.kind !== 'tr') return [];
  const named = new Set(namedBy(groundOf(decides, change)));
  const beside: Ground[] = [];
  for (const rule of rulesBeside(decides, change)) {
    const ground = groundOf(rule, change);
    const words = namedBy(ground);
    if (rule.names === undefined || wide.has(rule.id) || words.every((word) => named.has(word))) continue;
    if (rule.id === newPurpose && words.every((word) => isInName(word, change))) continue;
    for (const word of words) named.add(word);
    beside.push(ground);
  }
  return beside.slice(0, mostBeside);
}

function isInName(term: string, { names }: Change): boolean {
  const inNames = new Set(names.map((name) => name.toLowerCase()));
  return term.split(' ').every((word) => inNames.has(word));
}

function namedBy({ shift }: Ground): readonly string[] {
  return shift === undefined ? [] : [...shift.lost, ...shift.gained].map((word) => word.toLowerCase());
}
