import type { RegimeId } from '../settings/regimes.ts';
import { elsewhere } from './regimes-elsewhere.ts';
import { europe } from './regimes-europe.ts';
import { unitedStates } from './regimes-united-states.ts';
import type { NoticeRegime } from './regime.ts';

/**
 * The notice regimes that settings may name. Regimes that ask for consent instead of notice (US FTC on data already
 * held, COPPA, PIPEDA) are no rows: no period satisfies them.
 */
export const noticeRegimes: readonly NoticeRegime[] = [...europe, ...unitedStates, ...elsewhere];

/** The row of a regime. */
export function noticeRegime(id: RegimeId): NoticeRegime {
  const found = noticeRegimes.find((row) => row.id === id);
  if (found === undefined) throw new RangeError(`No row for the notice regime ${id}`);
  return found;
}
