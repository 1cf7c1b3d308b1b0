import { cites } from './citations.ts';
import type { Rule } from './model.ts';
import { about, isGrant, isWhole, reads, says, touched, under } from './predicates.ts';

const binding =
  /\b(?:entire|complete|whole|exclusive)\b.{0,40}\bagreement\b|\bincorporated (?:herein )?by reference\b|\b(?:is|are|be) governed by\b|\btakes? precedence\b|\bsupersede/i;

/** Rights, remedies, fees, termination, conduct, licences, definitions and who the parties are. */
export const contractRules: readonly Rule[] = [
  {
    id: 'K37',
    kind: 'K37',
    title: 'Dispute terms, liability, warranty or governing law',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The wording on disputes, liability or governing law changes: {shift}.',
    citations: [cites.douglas, cites.dsa],
    when: (change) => touched(change, 'remedy'),
    fires: { old: 'Claims go to court.', new: 'Claims go to arbitration.' },
    spares: { old: 'Claims are rare.', new: 'Claims are scarce.' },
  },
  {
    id: 'K38',
    kind: 'K38',
    title: 'How changes are announced',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The clause on how changes are announced is edited: {shift}.',
    citations: [cites.github, cites.wp29],
    when: (change) =>
      touched(change, 'notice', 'modal', 'number', 'time', 'hedge', 'scope', 'practice', 'negation') &&
      (under(change, /\b(?:changes|updates|amendments|modifications)\b|änderung|modification|cambios/i) ||
        reads(change, /\b(?:notify|inform|tell|e-?mail|announce)\b.*\b(?:change|update|amend)/i)),
    fires: { old: 'We will notify you by e-mail of changes.', new: 'We will post changes on our website.' },
    spares: { old: 'We notify you of deliveries.', new: 'We inform you of deliveries.' },
  },
  {
    id: 'K32',
    kind: 'K32',
    title: 'Legal basis changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The legal basis changes: {shift}.',
    citations: [cites.gdpr13, cites.gdprConsent],
    when: (change) =>
      touched(change, 'basis') && reads(change, /\bbas(?:is|ed)\b|legitimate|consent|obligation|interest/i),
    fires: { old: 'We do this with your consent.', new: 'We do this on legitimate interest.' },
    spares: { old: 'We do this with care.', new: 'We do this carefully.' },
  },
  {
    id: 'K34',
    kind: 'K34',
    title: 'Right or choice added',
    significance: 'review',
    direction: 'beneficial',
    reason: 'A right or choice is described for the first time: "{new}".',
    citations: [cites.telecoms, cites.colorado],
    when: (change) =>
      change.op === 'added' && says(change, 'right') && !touched(change, 'negation') && isGrant(change.after),
    fires: { old: 'We store your name.', new: 'We store your name.\n\nYou have the right to object.' },
    spares: { old: 'We store your name.\n\nYou have the right to object.', new: 'We store your name.' },
  },
  {
    id: 'K33',
    kind: 'K33',
    title: 'Right removed, conditioned or turned from opt-in to opt-out',
    significance: 'significant',
    direction: 'adverse',
    reason: 'A right or choice, or the way to use it, changes: {shift}.',
    citations: [cites.wp29, cites.colorado, cites.minnesota],
    when: (change) =>
      (touched(change, 'right') && !(change.op === 'added' && isGrant(change.after))) ||
      (change.op === 'removed' && about(change, 'right') && says(change, 'actor', 'practice')),
    fires: { old: 'You can opt-in to mail.', new: 'You can opt-out of mail.' },
    spares: { old: 'You can opt-out of mail.', new: 'You can opt out of mail.' },
  },
  {
    id: 'K35',
    kind: 'K35',
    title: 'Section for a state or country added',
    significance: 'review',
    direction: 'beneficial',
    reason: 'A section for residents of one place is added: "{new}".',
    citations: [cites.telecoms, cites.p2b, cites.colorado],
    when: (change) => change.aspect === 'heading' && change.op === 'added' && touched(change, 'jurisdiction'),
    fires: {
      old: '# Policy\n\nWe store names.',
      new: '# Policy\n\nWe store names.\n\n## Living in California\n',
    },
    spares: { old: '# Policy\n\nWe store names.', new: '# Policy\n\nWe store names.\n\n## More\n' },
  },
  {
    id: 'K25a',
    kind: 'K25',
    title: 'Fees, payment, renewal or refunds',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The wording on money changes: {shift}.',
    citations: [cites.douglas, cites.payments, cites.github],
    when: (change) => touched(change, 'money'),
    fires: { old: 'Support is included.', new: 'Support is included for a fee.' },
    spares: { old: 'Support is included.', new: 'Support comes along.' },
  },
  {
    id: 'K39',
    kind: 'K39',
    title: 'Content restrictions, suspension or termination',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The rules of conduct, suspension or termination change: {shift}.',
    citations: [cites.dsa, cites.p2b],
    when: (change) => touched(change, 'conduct', 'termination', 'eligibility'),
    fires: { old: 'Please be kind.', new: 'Please be kind. Harassment is forbidden.' },
    spares: { old: 'Please be kind.', new: 'Please be nice.' },
  },
  {
    id: 'K31a',
    kind: 'K31',
    title: 'Which terms bind',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Which documents make up or govern the agreement changes: {shift}.',
    citations: [cites.wp29, cites.p2b],
    when: (change) => change.aspect !== 'heading' && reads(change, binding),
    fires: {
      old: 'These terms are the entire agreement.',
      new: 'These terms and the house rules are the entire agreement.',
    },
    spares: { old: 'These terms are short.', new: 'These terms are brief.' },
  },
  {
    id: 'K39a',
    kind: 'K39',
    title: 'Licence, ownership or binding terms',
    significance: 'significant',
    direction: 'adverse',
    reason: 'What is licensed, owned or binding changes: {shift}.',
    citations: [cites.p2b, cites.dsa],
    when: (change) => touched(change, 'licence') || (touched(change, 'binding') && !isWhole(change)),
    fires: { old: 'You grant us permission.', new: 'You grant us an irrevocable permission.' },
    spares: { old: 'You send us photos.', new: 'You post us photos.' },
  },
];
