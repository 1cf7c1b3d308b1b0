import type { RecipientId } from '../customer/recipient.ts';
import type { Batch, PositionOutcome } from './batch.ts';
import type { Seen } from '../events/chronicle.ts';
import type { Meta } from './meta.ts';

const minute = 60_000;

/**
 * How long after its claim an unknown batch may be decided. No invocation outlives 15 minutes, so nobody can still be
 * sending it; events take up to half an hour more, five minutes of which Firehose gathers them.
 */
export function ripeAfter(feedback: Meta['feedback']): number {
  return feedback === 'off' ? 16 * minute : 45 * minute;
}

/** May SES have taken it without our knowing? So of a claim whose sender is dead or stopped: nobody will resume it. */
export function isToSettle({ state }: Batch): boolean {
  return state === 'unknown' || state === 'claimed';
}

/** What the events say about an unknown batch, and whether they can be trusted at all. */
export interface Testimony {
  /** Of whom events arrived. */
  readonly seen: Seen;
  /** Share of the recipients of neighbouring accepted batches of whom events arrived; null without neighbours. */
  readonly control: number | null;
  /** How many mails one call carried: SES took them together or not at all. */
  readonly together: number;
}

/**
 * done: it was accepted, as the outcomes say; held: nobody can say (null outcomes), given to a person; again: it was
 * certainly not accepted and may go out once more, as child `u`.
 */
export type Settlement =
  | { readonly state: 'done' | 'held'; readonly outcomes: readonly PositionOutcome[] }
  | { readonly state: 'again' };

const healthy = 0.99;
/** Where one mail in a hundred goes unheard, the silence of one proves nothing; that of three is one in a million. */
const fewestSilent = 3;

/** Decides an unknown batch. Without testimony, or with a sick event pipeline, everything nobody knows is held. */
export function settlementOf(batch: Batch, testimony: Testimony | null): Settlement {
  if (testimony === null) return held(batch.outcomes);
  const outcomes = batch.outcomes.map(
    (known, position) => known ?? proof(batch.ids[position], testimony.seen),
  );
  if (!outcomes.includes(null)) return { state: 'done', outcomes };
  const trusted = testimony.control !== null && testimony.control >= healthy;
  const wasTried = batch.key.suffix.endsWith('u');
  const isBlank = outcomes.every((outcome) => outcome === null);
  const isTelling = testimony.together >= fewestSilent;
  return trusted && isBlank && isTelling && !wasTried ? { state: 'again' } : held(outcomes);
}

/** An event proves that SES accepted the mail, and carries the message id of the answer that got lost. */
function proof(id: RecipientId | undefined, seen: Seen): PositionOutcome {
  const messageId = id === undefined ? undefined : seen.get(id);
  return messageId === undefined ? null : { messageId };
}

function held(outcomes: readonly PositionOutcome[]): Settlement {
  return { state: 'held', outcomes };
}
