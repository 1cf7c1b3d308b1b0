import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { about, gained, isWhole, lost, reads, touched } from './predicates.ts';

/** `and` for `or`, or the reverse. */
function swapped(change: Change): boolean {
  return (lost(change, 'and') && gained(change, 'or')) || (lost(change, 'or') && gained(change, 'and'));
}

/** What is collected, why, who gets it, and where it goes. */
export const practiceRules = [
  {
    id: 'K18',
    kind: 'K18',
    names: ['sensitive'],
    title: "Sensitive, biometric, location, children's or financial data added",
    significance: 'significant',
    direction: 'adverse',
    reason: 'Sensitive data ({gained}) is now mentioned here; such data usually needs consent.',
    citations: [cites.colorado, cites.coppa, cites.gdpr13],
    when: (change) => gained(change, 'sensitive'),
    fires: { old: 'We collect your name.', new: 'We collect your name and biometric data.' },
    spares: { old: 'We collect your name.', new: 'We collect your user name.' },
  },
  {
    id: 'K36',
    kind: 'K36',
    names: ['ai'],
    title: 'Automated decisions, profiling or AI',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The wording on automated decisions, profiling or AI changes ({terms}).',
    citations: [cites.gdpr13, cites.ftc],
    when: (change) => touched(change, 'ai'),
    fires: {
      old: 'We use your files to run the service.',
      new: 'We use your files to run the service and for machine learning.',
    },
    spares: { old: 'We use your files to run the service.', new: 'We use your files to operate the site.' },
  },
  {
    id: 'K16',
    kind: 'K16',
    names: ['purpose'],
    title: 'Data already collected put to a different use',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Data that was already collected is put to a further use ({gained}).',
    citations: [cites.ftc, cites.coloradoSecondary, cites.minnesota, cites.coppa],
    when: (change) =>
      gained(change, 'purpose') &&
      reads(change, /already (?:collected|held|provided|gave|given)|previously (?:collected|provided)/i),
    fires: {
      old: 'We use data already collected to run the service.',
      new: 'We use data already collected to run the service and for marketing.',
    },
    spares: {
      old: 'We use data to run the service.',
      new: 'We use data to run the service and for marketing.',
    },
  },
  {
    id: 'K15',
    kind: 'K15',
    names: ['purpose'],
    title: 'New purpose',
    significance: 'significant',
    direction: 'adverse',
    reason: 'A purpose is added: {gained}.',
    citations: [cites.wp29, cites.gdprNewPurpose, cites.colorado, cites.lgpd, cites.ico],
    when: (change) => gained(change, 'purpose'),
    fires: {
      old: 'We use your address to send goods.',
      new: 'We use your address to send goods and for marketing.',
    },
    spares: { old: 'We use your address to send goods.', new: 'We use your address to ship goods.' },
  },
  {
    id: 'K17',
    kind: 'K17',
    names: ['data'],
    title: 'New category of personal data',
    significance: 'significant',
    direction: 'adverse',
    reason: 'A kind of data is added: {gained}.',
    citations: [cites.colorado, cites.jersey, cites.gdpr13],
    when: (change) => gained(change, 'data'),
    fires: { old: 'We collect your name.', new: 'We collect your name and IP address.' },
    spares: { old: 'We collect your name.', new: 'We collect only your name.' },
  },
  {
    id: 'K29',
    kind: 'K29',
    names: ['data', 'sensitive', 'party', 'purpose'],
    title: 'Fewer data, recipients or purposes',
    significance: 'review',
    direction: 'beneficial',
    reason: 'Something is no longer mentioned here: {lost}.',
    citations: [cites.telecoms, cites.digital],
    when: (change) => lost(change, 'data', 'sensitive', 'party', 'purpose'),
    fires: { old: 'We collect your name and IP address.', new: 'We collect your name.' },
    spares: { old: 'We collect your name.', new: 'We collect your full name.' },
  },
  {
    id: 'K31',
    kind: 'K31',
    names: ['scope', 'and', 'or'],
    title: 'Scope widened or narrowed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'What is covered changes: {shift}.',
    citations: [cites.wp29, cites.minnesota],
    when: (change) => !isWhole(change) && (touched(change, 'scope') || swapped(change)),
    fires: { old: 'We use all data for support.', new: 'We use data for support.' },
    spares: { old: 'We keep your data for support.', new: 'We keep your data for customers.' },
  },
  {
    id: 'K49',
    kind: 'K49',
    names: ['practice'],
    title: 'Verb or trigger of an obligation changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'What is done, or what triggers it, changes: {shift}.',
    citations: [cites.p2b, cites.douglas],
    when: (change) =>
      touched(change, 'practice') &&
      !isWhole(change) &&
      about(change, 'actor', 'practice', 'data', 'money', 'termination', 'party'),
    fires: { old: 'You pay when you purchase extra features.', new: 'You pay when you use extra features.' },
    spares: { old: 'Our team meets on the third floor.', new: 'Our team meets on the fourth floor.' },
  },
] as const satisfies readonly Rule[];
