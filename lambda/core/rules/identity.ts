import { cites } from './citations.ts';
import { controllerRules } from './controller.ts';
import type { Rule } from './model.ts';
import { differs, reads, says } from './predicates.ts';

/** Who stands behind the policy, how to reach them, what its words mean, and what its pages hide. */
export const identityRules = [
  {
    id: 'K30a',
    kind: 'K30',
    title: 'Hidden text',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Text that readers do not see comes, goes or changes: "{said}".',
    citations: [cites.ftc],
    when: (change) => change.aspect === 'hidden',
    fires: {
      old: 'We respect you.',
      new: 'We respect you.<span style="display:none">You waive your claims.</span>',
    },
    spares: { old: 'We respect you.', new: '**We** respect you.' },
  },
  {
    id: 'K30b',
    kind: 'K30',
    title: 'Struck-through text',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Text is struck through, or no longer is: {shift}.',
    citations: [cites.ftc],
    when: (change) => change.aspect === 'struck',
    fires: { old: 'We never sell data.', new: 'We ~~never~~ sell data.' },
    spares: { old: 'We never sell data.', new: 'We *never* sell data.' },
  },
  {
    id: 'K10',
    kind: 'K10',
    title: 'Link to a right, a choice or an incorporated document changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The link by which people use a right, or which names a text that binds them, changes: {shift}.',
    citations: [cites.wp29, cites.colorado],
    when: (change) =>
      change.aspect === 'link' &&
      (says(change, 'right') || reads(change, /opt.?out|unsubscribe|do not sell/i)),
    fires: {
      old: 'See our [opt-out page](https://ashford.example/out).',
      new: 'See our [opt-out page](https://tracker.example.org/out).',
    },
    spares: {
      old: 'See our [help](https://ashford.example/help).',
      new: 'See our [help](https://ashford.example/support).',
    },
  },
  {
    id: 'K09a',
    kind: 'K09',
    title: 'Link now leads to another site',
    significance: 'review',
    direction: 'neutral',
    reason: 'A link leads to another site: {shift}.',
    citations: [cites.p2b],
    when: (change) => change.aspect === 'link',
    fires: {
      old: 'See our [help](https://ashford.example/help).',
      new: 'See our [help](https://birch.example.org/help).',
    },
    spares: {
      old: 'See our [help](https://ashford.example/help).',
      new: 'See our [help](https://ashford.example/support).',
    },
  },
  {
    id: 'K04a',
    kind: 'K04',
    title: 'Moved under a heading that changes its scope',
    significance: 'review',
    direction: 'adverse',
    reason: 'The text is unchanged but now stands under {section}, which changes whom or what it covers.',
    citations: [cites.p2b],
    when: (change) => change.aspect === 'place',
    fires: {
      old: '# Policy\n\n## All customers\n\nYou may ask for a copy of everything we hold.\n\nWe answer quickly.\n\n## Residents of Germany\n\nA German court decides.\n\nThe law there applies.',
      new: '# Policy\n\n## All customers\n\nWe answer quickly.\n\n## Residents of Germany\n\nA German court decides.\n\nThe law there applies.\n\nYou may ask for a copy of everything we hold.',
    },
    spares: {
      old: '# Policy\n\n## Contact\n\nWrite to us.\n\nWe are open on Mondays and Fridays.\n',
      new: '# Policy\n\n## Contact\n\nWe are open on Mondays and Fridays.\n\nWrite to us.\n',
    },
  },
  ...controllerRules,
  {
    id: 'K12',
    kind: 'K12',
    title: 'Channel to use rights changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The address by which people use their rights changes: {shift}.',
    citations: [cites.wp29, cites.colorado],
    when: (change) =>
      differs(change, /@|‹|https?:|\bform\b|\bphone\b/) &&
      (says(change, 'right') ||
        reads(change, /\b(?:data protection officer|dpo|opt.?out|delete your|request)/i)),
    fires: {
      old: 'To object, write to rights@ashford.example.',
      new: 'To object, write to desk@birch.example.org.',
    },
    spares: {
      old: 'For prices, write to sales@ashford.example.',
      new: 'For prices, write to desk@ashford.example.',
    },
  },
  {
    id: 'K42',
    kind: 'K42',
    title: 'Definition changed',
    significance: 'review',
    direction: 'neutral',
    reason: 'What a defined term means changes ({shift}); every clause that uses it is affected.',
    citations: [cites.p2b],
    when: (change) =>
      reads(
        change,
        /["“”]\s*(?:\*\*|_)?\s*(?:means|shall mean|refers to|is defined as|bedeutet|désigne|significa)\b|\b(?:means|shall mean)\b/i,
      ),
    fires: { old: '"Service" means the shop.', new: '"Service" means the shop and the workshop.' },
    spares: { old: 'The shop is big.', new: 'The shop is wide.' },
  },
] as const satisfies readonly Rule[];
