import { PlanRefused } from '../errors.ts';
import type { SendQuota } from '../outcome/mailer.ts';

/** What limits a run: the account's quota, our share of it, and the ceiling of the control item. */
export interface Limits {
  readonly quota: SendQuota;
  /** 0 to 1. */
  readonly headroom: number;
  /** Mails a day left for the account's other mail. */
  readonly reservePerDay: number;
  /** Recipients a second; null for none. */
  readonly rateCap: number | null;
}

/** The share of a round that one sender gets; see `Slice` of the contract. */
export interface Share {
  readonly sender: number;
  readonly segments: readonly number[];
  readonly rate: number;
  readonly callSize: number;
  readonly budget: number;
  readonly stagger: number;
}

const mostPerCall = 50;
const mostPerSender = 500;

/** Recipients a second that we use. Throws PlanRefused when the account may send nothing at all. */
export function usableRate({ quota, headroom, rateCap }: Limits): number {
  if (quota.perSecond <= 0 || quota.perDay === 0) {
    throw new PlanRefused(
      'SES gives this account no sending quota.',
      'Ask AWS for production access and a quota (SES console, Account dashboard), then resume this version.',
    );
  }
  return Math.min(headroom * quota.perSecond, rateCap ?? Infinity);
}

/** At most half a second's worth, so that one call never exhausts the account's bucket. */
export function callSizeFor(perSecond: number): number {
  return Math.min(mostPerCall, Math.max(1, Math.floor(perSecond / 2)));
}

/** Recipients that may still be mailed in this 24-hour window; Infinity without a daily quota. */
export function roomToday({ quota, reservePerDay }: Limits): number {
  if (quota.perDay === null) return Infinity;
  return Math.max(0, Math.floor(quota.perDay - quota.sentLastDay - reservePerDay));
}

/** Is there room for a call? One too small would make every round a dribble while the 24-hour window rolls. */
export function hasRoom(limits: Limits, room: number): boolean {
  const { quota, reservePerDay } = limits;
  const atBest = quota.perDay === null ? Infinity : quota.perDay - reservePerDay;
  return room >= Math.max(1, Math.min(callSizeFor(quota.perSecond), atBest));
}

/** The fewest senders that reach the rate, staggered so that they do not fire together. `room` must be at least 1. */
export function sharesOf(limits: Limits, segments: readonly number[], room: number): Share[] {
  const rate = usableRate(limits);
  const senders = Math.min(Math.max(1, Math.ceil(rate / mostPerSender)), segments.length, room);
  const budget = Math.floor(room / senders);
  const callSize = Math.min(
    callSizeFor(Math.min(limits.quota.perSecond, limits.rateCap ?? Infinity)),
    budget,
  );
  return Array.from({ length: senders }, (_, sender) => ({
    sender,
    segments: segments.filter((_, i) => i % senders === sender),
    rate: rate / senders,
    callSize,
    // JSON has no Infinity, and no account sends so many in one round.
    budget: Math.min(budget, 1_000_000_000),
    stagger: Math.round((sender * callSize * 1000) / rate),
  }));
}
