import { cites } from './citations.ts';
import { documentRules } from './document.ts';
import { editorialRules } from './editorial.ts';
import { figureRules } from './figures.ts';
import { identityRules } from './identity.ts';
import type { Change, Rule } from './model.ts';
import { practiceRules } from './practices.ts';
import { promiseRules } from './promises.ts';
import { recipientRules } from './recipients.ts';
import { securityRules } from './security.ts';
import { statementRules } from './statements.ts';
import { contractRules } from './terms-of-service.ts';

/** What no other rule knows: it counts, with low confidence. */
export const unknownRule = {
  id: 'K50',
  kind: 'K50',
  title: 'Wording changed, effect unknown',
  significance: 'significant',
  direction: 'neutral',
  reason: 'The wording changes and no editorial transformation explains it: {shift}.',
  citations: [cites.p2b],
  when: (change) => change.editorial.length === 0,
  fires: {
    old: 'Desks come in oak.',
    new: 'Desks come in oak. Windows of coloured glass overlook several gardens where roses, tulips, lilies and many old apple trees stand near a small river.',
  },
  spares: { old: 'Desks come in oak.', new: 'Desks come in oak!' },
} as const satisfies Rule;

const substantive = [
  ...identityRules,
  ...contractRules,
  ...securityRules,
  ...figureRules,
  ...promiseRules,
  ...recipientRules,
  ...practiceRules,
  ...statementRules,
] as const satisfies readonly Rule[];

/** The id of a row: whoever has a sentence for each rule must have one for all of these. */
export type RuleId = (
  (typeof documentRules | typeof substantive | typeof editorialRules)[number] | typeof unknownRule
)['id'];

const bySeverity = (rank: Rule['significance']): readonly Rule[] =>
  substantive.filter(({ significance }) => significance === rank);

/** The table, most severe first; within a rank the more particular rule comes first. */
export const rules: readonly Rule[] = [
  ...documentRules,
  ...bySeverity('significant'),
  ...bySeverity('review'),
  unknownRule,
  ...editorialRules,
];

const forChanges: readonly Rule[] = [...bySeverity('significant'), ...bySeverity('review'), unknownRule];

/** The rule that decides a change: a minor one only when editorial transformations explain all of it. */
export function ruleFor(change: Change): Rule {
  return tableFor(change).find((rule) => rule.when(change)) ?? unknownRule;
}

/** The rules that fire on a change beside the one that decides it, in the order of the table; none where it is unknown or editorial. */
export function rulesBeside(decides: Rule, change: Change): readonly Rule[] {
  if (change.editorial.length > 0) return [];
  return tableFor(change).filter((rule) => rule !== decides && rule !== unknownRule && rule.when(change));
}

function tableFor(change: Change): readonly Rule[] {
  if (change.aspect === 'document') return documentRules;
  return change.editorial.length > 0 ? editorialRules : forChanges;
}

/** The rule of that id; undefined when there is none. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
