import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { reads, says, touched } from './predicates.ts';

/** Periods, amounts and every other figure. */
export const figureRules = [
  {
    id: 'K23',
    kind: 'K23',
    names: ['number', 'time', 'retention'],
    title: 'Retention period changed or its limit removed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'How long data is kept changes: {shift}.',
    citations: [cites.gdpr13, cites.wp29],
    when: (change) =>
      touched(change, 'number', 'time', 'retention') &&
      (says(change, 'retention') ||
        reads(
          change,
          /\b(?:kept|keep|retain|stor|delet|eras|log|gespeichert|gelöscht|conserv|supprim|elimin)/i,
        )) &&
      !isShorter(change),
    fires: { old: 'We keep logs for 30 days.', new: 'We keep logs for 90 days.' },
    spares: { old: 'We answer within 30 days.', new: 'We answer within 90 days.' },
  },
  {
    id: 'K24',
    kind: 'K24',
    names: ['number', 'time'],
    title: 'Retention shorter or stated where it was vague',
    significance: 'review',
    direction: 'beneficial',
    reason: 'Data is kept for less time, or a period is stated for the first time: {shift}.',
    citations: [cites.telecoms],
    when: (change) =>
      touched(change, 'number', 'time') &&
      reads(change, /\b(?:kept|keep|retain|stor|delet|eras|log)/i) &&
      isShorter(change),
    fires: { old: 'We keep logs for 90 days.', new: 'We keep logs for 30 days.' },
    spares: { old: 'We keep logs for 30 days.', new: 'We keep logs for 90 days.' },
  },
  {
    id: 'K25',
    kind: 'K25',
    names: ['number', 'time'],
    title: 'Number, amount, deadline or period changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'A figure changes: {shift}.',
    citations: [cites.github, cites.douglas, cites.payments],
    when: (change) => touched(change, 'number', 'time') && !(keeps(change) && isShorter(change)),
    fires: { old: 'We reply within 10 days.', new: 'We reply within 10 business days.' },
    spares: { old: 'Our cap is $1000.', new: 'Our cap is $1,000.' },
  },
] as const satisfies readonly Rule[];

function keeps(change: Change): boolean {
  return reads(change, /\b(?:kept|keep|retain|stor|delet|eras|log)/i);
}

function isShorter(change: { readonly before: string; readonly after: string }): boolean {
  const [before, after] = [daysIn(change.before), daysIn(change.after)];
  return after > 0 && (before === 0 || after < before);
}

const units: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };

/** The longest period in a text, in days; 0 when there is none. */
function daysIn(text: string): number {
  const periods = [
    ...text.matchAll(
      /(\d+(?:\.\d+)?)\)?[\s-](?:business |calendar |working )?(hour|day|week|month|year)s?/gi,
    ),
  ];
  return Math.max(
    0,
    ...periods.map(([, count, unit]) => Number(count) * (units[(unit ?? '').toLowerCase()] ?? 0)),
  );
}
