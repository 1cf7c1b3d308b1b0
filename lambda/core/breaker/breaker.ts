import type { Counts, Minute, Sign } from './minute.ts';
import { endOf, noCounts, sum } from './minute.ts';

/** One limit of the circuit breaker: what is counted, how much of it is too much, and from how many mails on it is told from chance. */
export interface Limit {
  readonly sign: Sign;
  /** Of mails heard of, 0 to 1; more is too much. 0: a single one is. */
  readonly share: number;
  /** Fewer than so many are never too much. */
  readonly least: number;
  /** Nor is any number of them among fewer mails than this. */
  readonly among: number;
  readonly words: string;
  readonly citation: string;
}

/** Who pauses a notice that goes wrong, in its control item; no person, and sending is switched off too. */
export const byBreaker = 'feedback';

const reviews = 'https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html';

/** Well below where SES puts an account under review (5 % bounces, 0.1 % complaints): this notice is stopped, not the account. */
export const limits: readonly Limit[] = [
  { sign: 'bounced', share: 0.03, least: 1, among: 500, words: 'bounced for good', citation: reviews },
  { sign: 'complained', share: 0.0005, least: 5, among: 0, words: 'were marked as spam', citation: reviews },
  {
    sign: 'unrendered',
    share: 0,
    least: 10,
    among: 0,
    words: 'could not be rendered by SES',
    citation: 'https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html',
  },
  {
    sign: 'rejected',
    share: 0,
    least: 1,
    among: 0,
    words: 'were rejected by SES as malware',
    citation: 'https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html',
  },
];

/** The window is at least so many mails and so long. */
const windowMails = 5_000;
const windowMs = 10 * 60_000;

/** What came lately; `until`: the newest minute of it, '' when nothing came. */
export interface Window {
  readonly counts: Counts;
  readonly until: string;
}

/** Adds up the last minutes, newest first, back to where a person was last asked. */
export async function recent(minutes: AsyncIterable<Minute>): Promise<Window> {
  let counts = noCounts;
  let newest: Minute | null = null;
  for await (const one of minutes) {
    newest ??= one;
    if (one.closed || (counts.heard >= windowMails && endOf(newest) - endOf(one) >= windowMs)) break;
    counts = sum(counts, one);
  }
  return { counts, until: newest?.minute ?? '' };
}

/** Why a notice must not go on, in words for a person, or null: the first limit that is passed. */
export function tripOf(counts: Counts): string | null {
  const passed = limits.find(
    ({ sign, share, least, among }) =>
      counts[sign] >= least && counts.heard >= among && counts[sign] > share * counts.heard,
  );
  if (passed === undefined) return null;
  const most = passed.share === 0 ? `${passed.least - 1} are allowed` : `${100 * passed.share} % are allowed`;
  return `${counts[passed.sign]} of the last ${counts.heard} mails ${passed.words}; ${most}.`;
}

/** When mails were accepted by SES, and the last that events told of; epoch milliseconds, null for never. */
export interface Sending {
  readonly firstSentAt: number;
  readonly lastSentAt: number;
  readonly heardAt: number | null;
}

const longestSilenceMs = 10 * 60_000;

/**
 * Why a notice must not go on although nothing bad was heard, or null: nothing at all was heard for ten minutes of
 * sending, so that a flood of bounces would go unnoticed.
 */
export function silenceOf({ firstSentAt, lastSentAt, heardAt }: Sending): string | null {
  const silent = lastSentAt - Math.max(firstSentAt, heardAt ?? 0);
  if (silent < longestSilenceMs) return null;
  return `No event of SES has come for ${Math.floor(silent / 60_000)} minutes of sending: what bounces goes unnoticed.`;
}
