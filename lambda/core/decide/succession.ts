import { isAnnounced, type Significance } from '../significance.ts';

/**
 * What becomes of the announced version U when a newer V arrives: V takes its place and its date without mail; U is
 * withdrawn with a correction, since what applies today hardly changes; or customers get a new notice with a new date.
 */
export type Succession = 'replace-keep-date' | 'withdraw' | 'announce-anew';

/**
 * Decides it from V compared with the text in force and with U. A V that brings back the words in force withdraws U,
 * however small U was; a V close to both is still the version that was announced.
 */
export function succeed(verdict: {
  readonly againstInForce: Significance;
  readonly againstUpcoming: Significance;
}): Succession {
  if (verdict.againstInForce === 'none') return 'withdraw';
  if (!isAnnounced(verdict.againstUpcoming)) return 'replace-keep-date';
  return isAnnounced(verdict.againstInForce) ? 'announce-anew' : 'withdraw';
}
