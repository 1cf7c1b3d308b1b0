import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { differs, isGrant, says, touched, under } from './predicates.ts';

/** More than the few words of a title or a menu entry. */
function isSentence({ before, after }: Change): boolean {
  return `${before}${after}`.split(/\s+/).length > 4;
}

/** What is left when no more particular rule applies: rows, order, commas, and statements that come or go. */
export const statementRules = [
  {
    id: 'K25b',
    kind: 'K25',
    title: 'Table cell or row changed',
    significance: 'review',
    direction: 'neutral',
    reason: 'A row of a table changes: {shift}.',
    citations: [cites.github],
    when: (change) => change.kind === 'tr' || change.aspect === 'row',
    fires: {
      old: '| Plan | Desk |\n|---|---|\n| Small | oak |\n',
      new: '| Plan | Desk |\n|---|---|\n| Small | oak |\n| Large | ash |\n',
    },
    spares: {
      old: '| Plan | Desk |\n|---|---|\n| Small | oak |\n',
      new: '| Plan | Desk |\n|:--|:--|\n| Small | oak |\n',
    },
  },
  {
    id: 'K02a',
    kind: 'K02',
    title: 'Same words in another order',
    significance: 'review',
    direction: 'neutral',
    reason: 'The words are the same but stand in another order, which can turn the meaning: {shift}.',
    citations: [cites.p2b],
    when: (change) => change.reordered,
    fires: { old: 'Buyers owe sellers an answer.', new: 'Sellers owe buyers an answer.' },
    spares: { old: 'Open in Oslo, Bergen and Trondheim.', new: 'Open in Bergen, Trondheim and Oslo.' },
  },
  {
    id: 'K02b',
    kind: 'K02',
    title: 'Comma that may restrict',
    significance: 'review',
    direction: 'neutral',
    reason: 'A comma comes or goes before a relative clause, which can change whom it covers.',
    citations: [cites.p2b],
    when: (change) => differs(change, /^,$/),
    fires: {
      old: 'Buyers who pay late lose their discount.',
      new: 'Buyers, who pay late, lose their discount.',
    },
    spares: { old: 'Buyers, sellers and hosts.', new: 'Buyers, sellers, and hosts.' },
  },
  {
    id: 'K33a',
    kind: 'K33',
    title: 'Statement about what happens added or removed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'A statement about what the company or the reader does comes or goes: "{said}".',
    citations: [cites.wp29, cites.gdpr13],
    when: (change) =>
      change.op !== 'reworded' &&
      change.aspect !== 'heading' &&
      isSentence(change) &&
      !(change.op === 'added' && says(change, 'right') && isGrant(change.after)) &&
      (says(change, 'practice', 'right', 'remedy', 'data', 'sensitive') ||
        touched(change, 'modal', 'negation')) &&
      (touched(change, 'actor', 'party', 'modal', 'negation', 'practice') ||
        under(change, /collect|use|share|right|data/i)),
    fires: { old: 'We store your name.', new: 'We store your name.\n\nWe scan parcels at the door.' },
    spares: { old: 'We store your name.', new: 'We store your name.\n\nThank you for reading.' },
  },
] as const satisfies readonly Rule[];
