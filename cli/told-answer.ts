import type { VersionRecord } from '../lambda/core/archive.ts';
import type { RecipientId } from '../lambda/core/customer/recipient.ts';
import { recipientId } from '../lambda/core/customer/recipient.ts';
import type { Batch } from '../lambda/core/ledger/batch.ts';
import { batchName } from '../lambda/core/ledger/batch.ts';
import type { HeldBatches } from '../lambda/core/ledger/held.ts';
import type { ExceptionItem, Meta, NoticeRef } from '../lambda/core/ledger/meta.ts';
import type { NoticePorts } from './notice-ports.ts';

export interface ToldPorts extends NoticePorts {
  readonly held: HeldBatches;
}

/** What the ledger has of one customer: every batch with them in it, in order, and whatever they are listed for. */
interface Traces {
  readonly batches: readonly Batch[];
  readonly exceptions: readonly ExceptionItem[];
}

/**
 * Was a customer told of a version, and of what became of it since? Throws NotFound for an unknown version.
 */
export async function toldLines(
  ports: ToldPorts,
  customerId: string,
  { policyId, version }: NoticeRef,
): Promise<string[]> {
  const { amendments } = await ports.archive.version(policyId, version);
  const lines = await noticeLines(ports, customerId, { policyId, version });
  for (const { number: correction, kind } of amendments) {
    const answers = await noticeLines(ports, customerId, { policyId, version, correction });
    lines.push(...answers.map((line) => `correction ${correction} (${kind}): ${line}`));
  }
  return lines;
}

/**
 * Answers from the ledger alone whether a customer was told of a version: accepted with message id and time, listed
 * with a cause, or neither. Reads the whole ledger of the notice.
 */
async function noticeLines(ports: ToldPorts, customerId: string, ref: NoticeRef): Promise<string[]> {
  const record = await ports.archive.version(ref.policyId, ref.version);
  const meta = await ports.ledger.meta(ref);
  if (meta === null) return [withoutNotice(record, ref)];
  const id = recipientId(meta.key, customerId);
  const traces = await tracesOf(ports, meta, id);
  const accepted = traces.batches.flatMap((batch) => acceptance(batch, id));
  const listed = traces.exceptions.map(({ kind, cause }) => `${kind}: ${cause}`);
  if (accepted.length > 0) return [...accepted, ...listed.map((line) => `but afterwards ${line}`)];
  if (listed.length > 0) return listed.map((line) => `not told, listed as ${line}`);
  const last = traces.batches.at(-1);
  if (last !== undefined) return [await undecided(ports, meta, last, id)];
  return [await unmet(ports, record, meta)];
}

async function tracesOf({ ledger }: ToldPorts, meta: Meta, id: RecipientId): Promise<Traces> {
  const batches: Batch[] = [];
  const exceptions: ExceptionItem[] = [];
  for (const segment of Array(meta.segments).keys()) {
    for await (const batch of ledger.batches(meta, segment, 'all'))
      if (batch.ids.includes(id)) batches.push(batch);
    for await (const one of ledger.exceptions(meta, segment)) if (one.id === id) exceptions.push(one);
  }
  return { batches, exceptions };
}

function acceptance(batch: Batch, id: RecipientId): string[] {
  const outcome = batch.outcomes[batch.ids.indexOf(id)] ?? null;
  if (outcome === null || 'code' in outcome) return [];
  const when = new Date(batch.claimedAt).toISOString();
  if (outcome.messageId === '')
    return [`told: an event of SES proves that it accepted the e-mail called for at ${when}`];
  return [`told: SES accepted the e-mail at ${when} as message ${outcome.messageId}`];
}

async function undecided({ held }: ToldPorts, meta: Meta, batch: Batch, id: RecipientId): Promise<string> {
  const outcome = batch.outcomes[batch.ids.indexOf(id)] ?? null;
  if (outcome !== null && 'code' in outcome && batch.state === 'done')
    return `not told: SES or we refused (${outcome.code})`;
  if (batch.state !== 'held') return `not known yet: batch ${batchName(batch.key)} is ${batch.state}`;
  const name = batchName(batch.key);
  for await (const one of held.list(meta, batch.key.segment)) {
    if (batchName(one.batch.key) !== name || one.decision === null) continue;
    const { how, by, at, reason } = one.decision;
    return `not proven told by e-mail; batch ${name} was ${how} by ${by} on ${at.slice(0, 10)}: ${reason}`;
  }
  return `not proven told: batch ${name} is held for a person, because nobody knows whether SES accepted it`;
}

async function unmet(
  { ledger }: ToldPorts,
  { totals, amendments }: VersionRecord,
  meta: Meta,
): Promise<string> {
  const told = amendments.find(({ number }) => number === meta.correction) ?? { totals };
  if ((await ledger.control(meta)).run === 'stop')
    return 'not told: the notice was stopped before this customer was met, if they were in its audience';
  if (told.totals === null)
    return 'not told yet: the notice is under way, and this customer is in no batch so far';
  if (meta.corrects !== undefined)
    return 'not in the audience: SES accepted no announcement for this customer';
  return `not in the audience: no active customer whom the notice concerns, who had joined by ${meta.cutoff}`;
}

function withoutNotice({ decision }: VersionRecord, { correction = 0 }: NoticeRef): string {
  if (correction > 0) return 'not told yet, or nobody had been told what it corrects';
  if (decision?.notify === true) return 'not told yet: the notice has not begun';
  return decision === null
    ? 'not told: the version is not posted'
    : 'nobody was told of this version: it was posted without a notice';
}
