import type { SesSettings } from './settings.ts';

/** A hair, so that 0.1 + 0.2 seconds refill what 0.3 seconds do. */
const hair = 1e-9;

/** A token bucket that a multi-recipient message may take into debt. Rate and capacity are read anew each time. */
export class TokenBucket {
  private tokens: number | undefined;
  private at = 0;

  constructor(
    private readonly limit: () => { readonly perSecond: number; readonly capacity: number },
    private readonly clock: () => number,
  ) {}

  /** True when there is at least one token; takes `count`, which may leave a debt that the next calls wait for. */
  take(count: number): boolean {
    const { perSecond, capacity } = this.limit();
    if (perSecond === Infinity) return true;
    const now = this.clock();
    const elapsed = Math.max(0, now - this.at) / 1000;
    const before = this.tokens ?? capacity;
    this.tokens = Math.min(capacity, before + elapsed * perSecond);
    this.at = now;
    if (this.tokens < 1 - hair) return false;
    this.tokens -= count;
    return true;
  }
}

/**
 * Recipients a second. "You can exceed this quota for short bursts, but not for sustained periods":
 * https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html
 */
export function sendRate(settings: SesSettings, clock: () => number): TokenBucket {
  return new TokenBucket(() => {
    const perSecond = settings.maxSendRate;
    return { perSecond, capacity: settings.burst ?? Math.max(perSecond > 0 ? 1 : 0, perSecond) };
  }, clock);
}

/** Calls a second of one action: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export function callRate(perSecond: () => number, clock: () => number): TokenBucket {
  return new TokenBucket(() => ({ perSecond: perSecond(), capacity: Math.max(1, perSecond()) }), clock);
}
