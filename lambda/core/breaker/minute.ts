/** What can go wrong with a mail after SES has accepted it, as far as it counts against a notice. */
export const signs = ['bounced', 'complained', 'rejected', 'unrendered'] as const;
export type Sign = (typeof signs)[number];

/** Mails of which any event came for the first time (or for which such a mail stands), and how many went wrong. */
export type Counts = Readonly<Record<'heard' | Sign, number>>;

/** What came in one minute, `2026-01-05T09:03` (UTC, by the time of the events). */
export interface Minute extends Counts {
  readonly minute: string;
  /** A person was asked in this minute: what came until then does not count against the notice again. */
  readonly closed: boolean;
}

/** Nothing yet. */
export const noCounts: Counts = { heard: 0, bounced: 0, complained: 0, rejected: 0, unrendered: 0 };

/** The minute of a moment (epoch milliseconds). */
export function minuteOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 16);
}

/** When a minute ends, epoch milliseconds: the latest that anything in it can have happened. */
export function endOf({ minute }: Pick<Minute, 'minute'>): number {
  return Date.parse(`${minute}:00Z`) + minuteMs;
}

const minuteMs = 60_000;

/** Both together. */
export function sum(a: Counts, b: Counts): Counts {
  return {
    heard: a.heard + b.heard,
    bounced: a.bounced + b.bounced,
    complained: a.complained + b.complained,
    rejected: a.rejected + b.rejected,
    unrendered: a.unrendered + b.unrendered,
  };
}
