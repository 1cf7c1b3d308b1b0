import { cites } from './citations.ts';
import type { Rule } from './model.ts';
import {
  differs,
  gained,
  isGrant,
  isOurs,
  isReaders,
  isWhole,
  lost,
  modalShift,
  says,
  touched,
  turned,
} from './predicates.ts';

/** Negation, modality, numbers, actors: the small words that turn a promise around. */
export const promiseRules = [
  {
    id: 'K30',
    kind: 'K30',
    title: 'Protective statement deleted',
    significance: 'significant',
    direction: 'adverse',
    reason: 'A statement that limited what may happen is gone: "{old}".',
    citations: [cites.ftc, cites.wp29],
    when: (change) =>
      change.op === 'removed' &&
      (lost(change, 'negation') || (lost(change, 'scope') && says(change, 'practice', 'data'))),
    fires: { old: 'We store your name.\n\nWe do not sell your data.', new: 'We store your name.' },
    spares: { old: 'We store your name.', new: 'We store your name.\n\nWe do not sell your data.' },
  },
  {
    id: 'K02',
    kind: 'K02',
    names: ['negation', 'scope'],
    title: 'Polarity changed',
    significance: 'significant',
    direction: 'adverse',
    reason:
      'A negation or exception comes or goes, or a word gives way to its opposite ({shift}), which can reverse the sentence.',
    citations: [cites.p2b, cites.wp29],
    when: (change) =>
      touched(change, 'negation') || turned(change) || differs(change, /\b(?:except|unless)\b/),
    fires: { old: 'We do now sell data.', new: 'We do not sell data.' },
    spares: { old: 'We do not sell data.', new: "We don't sell data." },
  },
  {
    id: 'K28',
    kind: 'K28',
    names: ['modal'],
    title: "Reader's duty strengthened or right weakened",
    significance: 'significant',
    direction: 'adverse',
    reason: 'What you may or must do changes: {shift}.',
    citations: [cites.wp29, cites.dsa],
    when: (change) =>
      touched(change, 'modal') &&
      isReaders(change) &&
      !startsOurs(change.after !== '' ? change.after : change.before),
    fires: { old: 'You may report abuse.', new: 'You must report abuse.' },
    spares: { old: 'You must report abuse.', new: 'You must report misuse.' },
  },
  {
    id: 'K26',
    kind: 'K26',
    names: ['modal', 'hedge'],
    title: "Company's promise weakened",
    significance: 'significant',
    direction: 'adverse',
    reason: 'A promise becomes weaker: {shift}.',
    citations: [cites.ftc, cites.wp29],
    when: (change) => modalShift(change) < 0 || (gained(change, 'hedge') && isOurs(change)),
    fires: { old: 'We will delete your account data.', new: 'We may delete your account data.' },
    spares: { old: 'We may delete your account data.', new: 'We will delete your account data.' },
  },
  {
    id: 'K27',
    kind: 'K27',
    names: ['modal', 'hedge'],
    title: 'A possible practice becomes certain',
    significance: 'significant',
    direction: 'adverse',
    reason: 'What was possible or recommended becomes certain or required, or the reverse: {shift}.',
    citations: [cites.wp29, cites.ftc],
    when: (change) =>
      touched(change, 'modal', 'hedge') &&
      !(change.op === 'added' && says(change, 'right') && isGrant(change.after)),
    fires: { old: 'We may share your name.', new: 'We will share your name.' },
    spares: { old: 'We will share your name.', new: "We'll share your name." },
  },
  {
    id: 'K28a',
    kind: 'K28',
    names: ['actor', 'party'],
    title: 'Who acts, or to whom it applies, changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The person or company meant changes: {shift}.',
    citations: [cites.wp29],
    when: (change) => touched(change, 'actor') && !isWhole(change),
    fires: { old: 'You own your content.', new: 'Your organisation owns your content.' },
    spares: { old: 'He or she may appeal.', new: 'They may appeal.' },
  },
] as const satisfies readonly Rule[];

function startsOurs(text: string): boolean {
  return /^\W*(?:we|our|wir|unser|nous|nosotros)\b/i.test(text);
}
