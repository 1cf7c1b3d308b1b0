import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { differs, reads, says } from './predicates.ts';

const legalForm =
  /\b(?:inc|llc|ltd|limited|gmbh|ag|bv|b\.v|s\.a|sa|sas|s\.à r\.l|sarl|corp|corporation|plc|oy|ab|foundation|holdings?)\b/i;
const controllerTalk =
  /\b(?:controller|contracting party|operated by|provided by|agreement (?:between|with)|("|“)?(?:we|us)("|”)? (?:means|refers)|verantwortlich\w*|responsable)\b/i;

/** Words that are no terms give way to others that are none. */
function isNameSwap({ deleted, inserted, lost, gained, reordered }: Change): boolean {
  return (
    !reordered &&
    deleted.length > 0 &&
    inserted.length > 0 &&
    deleted.length <= 6 &&
    lost.length + gained.length === 0
  );
}

/** Who stands behind the policy, how to reach them, what its words mean, and what its pages hide. */
export const identityRules: readonly Rule[] = [
  {
    id: 'K30a',
    kind: 'K30',
    title: 'Hidden text',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Text that readers do not see comes, goes or changes: "{new}".',
    citations: [cites.ftc, cites.own],
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
    citations: [cites.ftc, cites.own],
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
    citations: [cites.p2b, cites.own],
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
    reason: 'The text is unchanged but now stands under "{section}", which changes whom or what it covers.',
    citations: [cites.p2b, cites.own],
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
  {
    id: 'K13',
    kind: 'K13',
    title: 'Controller or contracting company changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The company behind this policy changes: {shift}.',
    citations: [cites.wp29, cites.colorado, cites.opp],
    when: (change) =>
      change.aspect === 'wording' &&
      reads(change, controllerTalk) &&
      (differs(change, legalForm) || isNameSwap(change)),
    fires: { old: 'The controller is Ashford Inc.', new: 'The controller is Birch Holdings LLC.' },
    spares: { old: 'Ashford Inc. sells desks.', new: 'Ashford Inc. sells tables.' },
  },
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
    citations: [cites.p2b, cites.own],
    when: (change) =>
      reads(
        change,
        /["“”]\s*(?:\*\*|_)?\s*(?:means|shall mean|refers to|is defined as|bedeutet|désigne|significa)\b|\b(?:means|shall mean)\b/i,
      ),
    fires: { old: '"Service" means the shop.', new: '"Service" means the shop and the workshop.' },
    spares: { old: 'The shop is big.', new: 'The shop is wide.' },
  },
];
