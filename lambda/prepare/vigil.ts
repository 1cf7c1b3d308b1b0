import { recent, silenceOf, tripOf } from '../core/breaker/breaker.ts';
import type { Counts } from '../core/breaker/minute.ts';
import { endOf, minuteOf, noCounts, sum } from '../core/breaker/minute.ts';
import { gateFault, nextCeiling, stageMs } from '../core/breaker/ramp.ts';
import type { Evidence, Ledger } from '../core/ledger/ledger.ts';
import type { Control, Meta } from '../core/ledger/meta.ts';
import type { Sent } from './sent.ts';
import { acceptedIn, sentOf } from './sent.ts';

/** What `prepare` looks at between two rounds. */
export interface VigilPorts {
  readonly ledger: Ledger;
  readonly evidence: Evidence;
}

/** May the next round begin? `room`: recipients who may be accepted in it; `until`: epoch milliseconds. */
export type Leave =
  | { readonly action: 'send'; readonly room: number }
  | { readonly action: 'wait'; readonly until: number }
  | { readonly action: 'ask' };

const free: Leave = { action: 'send', room: Infinity };

/**
 * Asks before a round whether what SES has said of the rounds before is well. A notice that goes wrong, or of which
 * nothing is heard, is paused; a large one begins with a few recipients, and goes on when their mails went well.
 */
export async function leaveToSend(
  ports: VigilPorts,
  meta: Meta,
  control: Control,
  now: number,
): Promise<Leave> {
  if (meta.feedback === 'off') return free;
  const sent = await sentOf(ports.ledger, meta);
  if (sent === null) return roomUnder(control.ceiling, 0);
  const fault = await faultOf(ports, meta, sent);
  if (fault !== null) return pause(ports, meta, sent, { reason: fault });
  return control.ceiling === null ? free : stage(ports, meta, sent, control.ceiling, now);
}

async function faultOf({ evidence }: VigilPorts, meta: Meta, sent: Sent): Promise<string | null> {
  const { counts } = await recent(evidence.minutes(meta));
  return tripOf(counts) ?? silenceOf({ ...sent, heardAt: await heardAt(evidence, meta) });
}

/** A minute in which a person was asked counts as well: silence is measured from there on. */
async function heardAt(evidence: Evidence, meta: Meta): Promise<number | null> {
  for await (const one of evidence.minutes(meta)) if (one.heard > 0 || one.closed) return endOf(one);
  return null;
}

async function stage(
  ports: VigilPorts,
  meta: Meta,
  sent: Sent,
  ceiling: number,
  now: number,
): Promise<Leave> {
  const { accepted, inDoubt, audible } = await acceptedIn(ports.ledger, meta);
  if (accepted + inDoubt < ceiling) return roomUnder(ceiling, accepted + inDoubt);
  const ready = sent.lastSentAt + stageMs;
  if (now < ready) return { action: 'wait', until: ready };
  const fault = gateFault(audible, await allCounts(ports.evidence, meta));
  const next = nextCeiling(ceiling, meta);
  // Whoever lets it go on has seen how this stage went: it is the next one then.
  if (fault !== null) return pause(ports, meta, sent, { reason: fault, ceiling: next });
  await ports.ledger.direct(meta, { ceiling: next });
  return roomUnder(next, accepted + inDoubt);
}

function roomUnder(ceiling: number | null, accepted: number): Leave {
  return ceiling === null ? free : { action: 'send', room: Math.max(1, ceiling - accepted) };
}

async function pause(
  { ledger, evidence }: VigilPorts,
  meta: Meta,
  { lastSentAt }: Sent,
  change: Pick<Control, 'reason'> & Partial<Control>,
): Promise<Leave> {
  await ledger.direct(meta, { run: 'pause', by: 'prepare', ...change });
  const { until } = await recent(evidence.minutes(meta));
  await evidence.close(meta, [until, minuteOf(lastSentAt)].toSorted().at(-1) ?? until);
  return { action: 'ask' };
}

/**
 * Until when the report is to wait for what SES may still say (epoch milliseconds), or null: nothing is collected,
 * everybody who is counted was heard of, or a quarter of an hour has passed since the last mail.
 */
export async function listeningUntil(
  { ledger, evidence }: VigilPorts,
  meta: Meta,
  { run }: Control,
  now: number,
): Promise<number | null> {
  if (meta.feedback === 'off' || run === 'stop') return null;
  const sent = await sentOf(ledger, meta);
  if (sent === null || now >= sent.lastSentAt + stageMs) return null;
  const { audible } = await acceptedIn(ledger, meta);
  const { heard } = await allCounts(evidence, meta);
  return heard >= audible ? null : sent.lastSentAt + stageMs;
}

async function allCounts(evidence: Evidence, meta: Meta): Promise<Counts> {
  let counts = noCounts;
  for await (const one of evidence.minutes(meta)) counts = sum(counts, one);
  return counts;
}
