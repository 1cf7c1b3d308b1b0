import { cites } from './citations.ts';
import type { Rule } from './model.ts';
import { base, layoutRules, named } from './layout.ts';

/** What an editor may do without changing the meaning; each row answers for named transformations. The first that applies names the finding. */
export const editorialRules: readonly Rule[] = [
  {
    ...base,
    id: 'K14',
    kind: 'K14',
    title: 'Renamed throughout',
    reason: 'A name is replaced everywhere in the document: {steps}.',
    citations: [cites.wp29, cites.own],
    when: named('consistent rename'),
    fires: {
      old: 'Ashdesk stores names.\n\nAshdesk sends mail.\n\nAsk Ashdesk anything.',
      new: 'Birchdesk stores names.\n\nBirchdesk sends mail.\n\nAsk Birchdesk anything.',
    },
    spares: {
      old: 'Ashdesk stores names.\n\nAshdesk sends mail.',
      new: 'Ashdesk stores names.\n\nBirchdesk sends mail.',
    },
  },
  {
    ...base,
    id: 'K11',
    kind: 'K11',
    title: 'Contact detail',
    reason: 'A postal or electronic contact detail of the same organisation changes: {steps}.',
    citations: [cites.telecoms, cites.wikimedia],
    when: named(
      'contact detail',
      'protected e-mail address',
      'person named',
      'contact channel',
      'placeholder filled',
    ),
    fires: {
      old: 'Write to us at 12 Harbour Street, Suite 400.',
      new: 'Write to us at 99 Station Road, Suite 12.',
    },
    spares: { old: 'The fee is 12 euros.', new: 'The fee is 99 euros.' },
  },
  {
    ...base,
    id: 'K09',
    kind: 'K09',
    title: 'Link or web address updated',
    reason: 'A link leads to another page of the same site, or its words change: {steps}.',
    citations: [cites.p2b, cites.own],
    when: named(
      'link on the same site',
      'web address on the same site',
      'link added',
      'link removed',
      'web address',
      'link words',
    ),
    fires: {
      old: 'See our [help](https://ashford.example/help).',
      new: 'See our [help](https://www.ashford.example/support?utm_source=x).',
    },
    spares: {
      old: 'See our [help](https://ashford.example/help).',
      new: 'See our [help](https://birch.example.org/help).',
    },
  },
  {
    ...base,
    id: 'K45',
    kind: 'K45',
    title: 'Pointer to further reading',
    reason: 'A sentence that only points to further reading comes, goes or changes: "{old}{new}".',
    citations: [cites.wp29, cites.p2b],
    when: named('pointer'),
    fires: {
      old: 'We like desks.',
      new: 'We like desks. For more information, see our [guide](https://ashford.example/guide).',
    },
    spares: { old: 'We like desks.', new: 'We like desks. We record your calls.' },
  },
  ...layoutRules,
  {
    ...base,
    id: 'K05',
    kind: 'K05',
    title: 'Reworded with the same facts',
    reason: 'The wording changes but every fact stays: {steps}.',
    citations: [cites.p2b, cites.wp29],
    when: named(
      'synonym',
      'voice',
      'plain rewording',
      'list order',
      'gender-neutral wording',
      'clarification',
    ),
    fires: { old: 'Tell us prior to travelling.', new: 'Tell us before travelling.' },
    spares: { old: 'Tell us before travelling.', new: 'Tell us after travelling.' },
  },
  {
    ...base,
    id: 'K01',
    kind: 'K01',
    title: 'Spelling, punctuation, case, white space, grammar',
    reason: 'Only spelling, punctuation, case, white space or grammar changes ({transformations}).',
    citations: [cites.wp29, cites.p2b, cites.wikimedia, cites.github],
    when: () => true,
    fires: { old: 'We recieve letters.', new: 'We receive letters.' },
    spares: { old: 'We prevent misuse.', new: 'We present misuse.' },
  },
];
