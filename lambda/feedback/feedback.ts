import { byBreaker, recent, tripOf } from '../core/breaker/breaker.ts';
import type { Sign } from '../core/breaker/minute.ts';
import type { RecipientId } from '../core/customer/recipient.ts';
import { batchName } from '../core/ledger/batch.ts';
import { noticePartition } from '../core/ledger/keys.ts';
import type { Evidence, Ledger } from '../core/ledger/ledger.ts';
import type { NoticeRef } from '../core/ledger/meta.ts';
import type { SendingSwitch } from '../core/outcome/mailer.ts';
import type { CanaryRef } from '../core/preflight/canary.ts';
import type { Preflights } from '../core/preflight/preflights.ts';
import type { Heard } from './events.ts';
import { readEvent } from './events.ts';

/** What SQS hands over: events of SES as EventBridge wrote them. */
export interface FeedbackInput {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}
export interface FeedbackAnswer {
  /** Events of notices. */
  readonly events: number;
  /** Those that say that a customer was not reached, or does not want to be. */
  readonly undelivered: number;
  /** Notices that were paused because of them. */
  readonly tripped: number;
  /** Ids of messages that are no events. */
  readonly unread: readonly string[];
}

/** What `feedback` needs of the outside world. */
export interface FeedbackPorts {
  readonly ledger: Pick<Ledger, 'meta' | 'control' | 'direct' | 'except'>;
  readonly evidence: Evidence;
  readonly sending: SendingSwitch;
  readonly preflights: Pick<Preflights, 'hear'>;
}

/**
 * Writes down what SES says of mails that it accepted: whom it could not reach, and how many. A notice that goes
 * wrong is paused, and its sending switched off, until a person has looked. Safe to be told anything twice, late and
 * in any order. Answers with the messages to deliver again: those that are no event, which end in the dead letter
 * queue. Throws what the ledger throws, so that all of them come again.
 */
export async function feedback(ports: FeedbackPorts, { Records }: FeedbackInput): Promise<FeedbackAnswer> {
  const unread: string[] = [];
  const heard: Heard[] = [];
  const canaries: CanaryRef[] = [];
  for (const { messageId, body } of Records) {
    const event = readEvent(body);
    if (event === 'unreadable') unread.push(messageId);
    else if (event === 'foreign') continue;
    else if ('canary' in event) canaries.push(event.canary);
    else heard.push(event);
  }
  for (const { notice, attempt } of canaries) await ports.preflights.hear(notice, attempt);
  let tripped = 0;
  for (const events of groups(heard, ({ notice }) => noticePartition(notice))) {
    if (await takeIn(ports, events)) tripped += 1;
  }
  const undelivered = heard.filter(({ exception }) => exception !== null).length;
  return { events: heard.length, undelivered, tripped, unread };
}

/** Of one notice. Exceptions first: whatever is lost after them, nobody is. Returns whether the breaker tripped. */
async function takeIn(ports: FeedbackPorts, events: readonly Heard[]): Promise<boolean> {
  const { ledger, evidence } = ports;
  const [{ notice } = { notice: null }] = events;
  if (notice === null || (await ledger.meta(notice)) === null) return false;
  for (const { batch, id, exception } of events) {
    if (exception !== null)
      await ledger.except(notice, batch.segment, { id, customerId: null, ...exception });
  }
  for (const inMinute of groups(events, ({ minute }) => minute)) await count(evidence, notice, inMinute);
  return events.some(({ sign }) => sign !== null) && breaker(ports, notice);
}

/**
 * Who is new is counted after it is written down. A crash in between loses that count for good, and mails that were
 * not counted make every share larger: the breaker trips too early, never too late.
 */
async function count(evidence: Evidence, notice: NoticeRef, events: readonly Heard[]): Promise<void> {
  const [{ minute } = { minute: '' }] = events;
  let heard = 0;
  for (const inBatch of groups(events, ({ batch }) => batchName(batch))) {
    const [first] = inBatch;
    // Of the others only what goes wrong is heard: it counts, and nobody counts how many they are.
    if (first === undefined || first.standsFor === 0) continue;
    const ids = inBatch.map(({ id }) => id);
    heard += first.standsFor * (await evidence.record(notice, first.batch, ids));
  }
  const signs: Partial<Record<Sign, RecipientId[]>> = {};
  for (const { sign, id } of events) if (sign !== null) signs[sign] = [...(signs[sign] ?? []), id];
  if (heard > 0 || Object.keys(signs).length > 0) await evidence.count(notice, minute, heard, signs);
}

/** Repeats what an earlier attempt may have left half done; what a person has decided stands. */
async function breaker(ports: FeedbackPorts, notice: NoticeRef): Promise<boolean> {
  const { ledger, evidence } = ports;
  const { run, halted } = await ledger.control(notice);
  if (run === 'stop' || (run === 'pause' && !halted)) return false;
  const { counts, until } = await recent(evidence.minutes(notice));
  const reason = tripOf(counts);
  if (reason === null) return false;
  await halt(ports, notice, reason);
  // Last, because it says that all of this is done. Whoever lets the notice go on has seen what came until now.
  await evidence.close(notice, until);
  return run === 'run';
}

/** Pauses the notice first, because senders look before each call; then nothing leaves until a person has looked. */
async function halt({ ledger, sending }: FeedbackPorts, notice: NoticeRef, reason: string): Promise<void> {
  const change = { run: 'pause', by: byBreaker, reason, halted: true } as const;
  await ledger.direct(notice, change);
  await sending.off();
  // A person who was faster has switched sending on before it went off. Asked again, they will once more; a notice that
  // they have stopped asks nobody.
  if ((await ledger.control(notice)).halted) return;
  if ((await ledger.direct(notice, change)).run === 'stop') await sending.on();
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const group = found.get(keyOf(one));
    if (group === undefined) found.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...found.values()];
}
