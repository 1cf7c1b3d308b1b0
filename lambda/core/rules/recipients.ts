import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { differs, gained, reads, touched, under } from './predicates.ts';

const recipients =
  /(?:sub-?processor|processor|vendor|recipient|third part|partner|suppliers?|service providers?|sharing|share|\bwho (?:else )?(?:sees|gets|receives|has access)|whom|empfänger|auftragsverarbeiter|weitergabe|destinataires?|sous-traitants?|partage|destinatarios?|encargados?)/i;

/** A place named anew right behind `stored in`, `hosted in`, `transferred to`. */
function isKeptElsewhere({ names, before, after }: Change): boolean {
  return names.some((name) =>
    new RegExp(
      `\\b(?:stored|kept|hosted|located|processed|transferred|servers|data cent(?:er|re)s?)\\b[^.;]{0,60}?\\b(?:in|to|with|by|at|on) ${name}\\b`,
      'u',
    ).test(`${before}\n${after}`),
  );
}

/** Who receives data, and where it goes. */
export const recipientRules = [
  {
    id: 'K20',
    kind: 'K20',
    title: 'New processor, vendor or recipient in a list',
    significance: 'significant',
    direction: 'adverse',
    reason: 'An entry is added to a list of recipients: "{new}".',
    citations: [cites.gdprProcessor, cites.github],
    when: (change) =>
      change.op === 'added' && (change.kind === 'li' || change.kind === 'tr') && under(change, recipients),
    fires: {
      old: '## Subprocessors\n\n- Ashford Cloud\n',
      new: '## Subprocessors\n\n- Ashford Cloud\n- Birchmail\n',
    },
    spares: { old: '## Office pets\n\n- Rex\n', new: '## Office pets\n\n- Rex\n- Tom\n' },
  },
  {
    id: 'K21',
    kind: 'K21',
    title: 'Processor or vendor replaced or removed',
    significance: 'review',
    direction: 'neutral',
    reason: 'An entry in a list of recipients changes: {shift}.',
    citations: [cites.gdprProcessor],
    when: (change) =>
      (change.kind === 'li' || change.kind === 'tr') &&
      under(change, recipients) &&
      !touched(change, 'negation', 'number', 'modal'),
    fires: {
      old: '## Subprocessors\n\n- Ashford Cloud\n- Birchmail\n',
      new: '## Subprocessors\n\n- Ashford Cloud\n',
    },
    spares: { old: '## Office pets\n\n- Rex\n- Tom\n', new: '## Office pets\n\n- Rex\n' },
  },
  {
    id: 'K20a',
    kind: 'K20',
    title: 'Named recipient changed',
    significance: 'review',
    direction: 'neutral',
    reason: 'A name in a sentence on sharing or suppliers changes: {shift}.',
    citations: [cites.gdprProcessor, cites.wp30],
    when: (change) =>
      change.names.length > 0 &&
      !change.reordered &&
      reads(
        change,
        /\b(?:shar(?:e|ed|ing)|disclos|recipients?|sub-?processors?|suppliers?|third.part|sell|transfer|service providers?|vendors?)/i,
      ),
    fires: { old: 'We share orders with Ashford.', new: 'We share orders with Birchwood.' },
    spares: { old: 'We rent rooms from Ashford.', new: 'We rent rooms from Birchwood.' },
  },
  {
    id: 'K19',
    kind: 'K19',
    names: ['party', 'practice'],
    title: 'Recipients, sale or sharing changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Who receives data, or what others may do with it, changes: {shift}.',
    citations: [cites.wp30, cites.colorado, cites.ftc],
    when: (change) =>
      gained(change, 'party') ||
      (differs(change, /\b(?:shar|sell|sold|sale|disclos|rent|transmit)/) && touched(change, 'practice')),
    fires: {
      old: 'We share data with our affiliates.',
      new: 'We share data with our affiliates and advertisers.',
    },
    spares: { old: 'We share data with our affiliates.', new: 'We share our data with affiliates.' },
  },
  {
    id: 'K22',
    kind: 'K22',
    names: ['jurisdiction', 'transfer'],
    title: 'Country, jurisdiction or transfer mechanism changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'Where data goes, or whose law is named, changes: {shift}.',
    citations: [cites.wp30, cites.gdpr13],
    when: (change) =>
      !(change.aspect === 'heading' && change.op === 'added') &&
      (touched(change, 'jurisdiction', 'transfer') || isKeptElsewhere(change)),
    fires: { old: 'Your data stays in Germany.', new: 'Your data stays in Singapore.' },
    spares: { old: 'Available in Canada and Germany.', new: 'Available in Germany and Canada.' },
  },
] as const satisfies readonly Rule[];
