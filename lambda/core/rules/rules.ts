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
export const unknownRule: Rule = {
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
};

const substantive: readonly Rule[] = [
  ...identityRules,
  ...contractRules,
  ...securityRules,
  ...figureRules,
  ...promiseRules,
  ...recipientRules,
  ...practiceRules,
  ...statementRules,
];
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
  const table =
    change.aspect === 'document' ? documentRules : change.editorial.length > 0 ? editorialRules : forChanges;
  return table.find((rule) => rule.when(change)) ?? unknownRule;
}

/** The rule of that id; undefined when there is none. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
