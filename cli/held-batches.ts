import { decisionNow } from '../lambda/core/amendment.ts';
import { startOfDay } from '../lambda/core/calendar/local-date.ts';
import type { VersionRecord } from '../lambda/core/archive.ts';
import type { Directory } from '../lambda/core/customer/directory.ts';
import { recipientId } from '../lambda/core/customer/recipient.ts';
import { NotFound, WrongState } from '../lambda/core/errors.ts';
import { batchName } from '../lambda/core/ledger/batch.ts';
import type { HeldBatch, HeldBatches, HeldDecision } from '../lambda/core/ledger/held.ts';
import { heldPositions, releasedChild } from '../lambda/core/ledger/held.ts';
import type { Meta, NoticeRef } from '../lambda/core/ledger/meta.ts';
import type { NoticePorts } from './notice-ports.ts';

export interface HeldPorts extends NoticePorts {
  readonly held: HeldBatches;
  readonly directory: Directory;
}

const pageLimit = 1000;

/** One paragraph for each held batch: what was decided, and whose it is. Throws NotFound for an unknown version. */
export async function heldLines(ports: HeldPorts, ref: NoticeRef): Promise<string[]> {
  await ports.archive.version(ref.policyId, ref.version);
  const meta = await ports.ledger.meta(ref);
  const batches = meta === null ? [] : await heldOf(ports.held, meta);
  if (meta === null || batches.length === 0) return ['Nothing is held.'];
  const lines: string[] = [];
  for (const one of batches) lines.push(headOf(one), `  ${(await customersOf(ports, meta, one)).join(', ')}`);
  return lines;
}

/**
 * Decides about the batch named, or every one that nobody has decided about; returns what to say of it.
 * Throws NotFound when there is none such, WrongState when it is too late to send anything.
 */
export async function decideHeld(
  ports: HeldPorts,
  ref: NoticeRef,
  decision: HeldDecision,
  name: string | null,
): Promise<string[]> {
  const record = await ports.archive.version(ref.policyId, ref.version);
  const meta = await ports.ledger.meta(ref);
  const chosen: HeldBatch[] = [];
  for (const one of meta === null ? [] : await heldOf(ports.held, meta)) {
    const isMeant = name === null ? await isUndecided(ports, ref, one, decision) : isNamed(one, name);
    if (isMeant) chosen.push(one);
  }
  if (chosen.length === 0) throw noSuch(ref, name);
  if (decision.how === 'released') await refuseSending(ports, record, ref, decision.at);
  for (const one of chosen) await decideOne(ports, ref, one, decision);
  const customers = chosen.reduce((sum, { batch }) => sum + heldPositions(batch).length, 0);
  const names = chosen.map(({ batch }) => batchName(batch.key)).join(', ');
  return [`${decision.how} by ${decision.by}: ${customers} customers of ${names}`];
}

/** Decided first: a release that dies before its child is written is found undecided, and taken up by the next one. */
async function decideOne(
  ports: HeldPorts,
  ref: NoticeRef,
  one: HeldBatch,
  decision: HeldDecision,
): Promise<void> {
  const { ledger, held } = ports;
  if (!(await isReleasedInPart(ports, ref, one, decision))) await held.decide(ref, one.batch.key, decision);
  if (decision.how === 'released') await ledger.derive(ref, releasedChild(one.batch));
}

async function isUndecided(
  ports: HeldPorts,
  ref: NoticeRef,
  one: HeldBatch,
  decision: HeldDecision,
): Promise<boolean> {
  return one.decision === null || (await isReleasedInPart(ports, ref, one, decision));
}

/** To be released again, because it was and its child was never written. */
async function isReleasedInPart(
  { ledger }: HeldPorts,
  ref: NoticeRef,
  one: HeldBatch,
  { how }: HeldDecision,
): Promise<boolean> {
  if (one.decision?.how !== 'released' || how !== 'released') return false;
  return (await ledger.batch(ref, releasedChild(one.batch).key)) === null;
}

function isNamed({ batch }: HeldBatch, name: string): boolean {
  return batchName(batch.key) === name;
}

async function refuseSending(
  { ledger }: HeldPorts,
  record: VersionRecord,
  ref: NoticeRef,
  now: string,
): Promise<void> {
  const { policyId, version, amendments } = record;
  const control = await ledger.control(ref);
  const decision = decisionNow(record);
  const last = amendments.at(-1);
  if (control.run === 'stop')
    throw new WrongState(`The notice of version ${version} of ${policyId} was stopped.`, tellOtherwise);
  if (last !== undefined && last.number > (ref.correction ?? 0))
    throw new WrongState(
      `Version ${version} of ${policyId} was ${last.kind} since: what this notice says is wrong by now.`,
      tellOtherwise,
    );
  if (record.state === 'withdrawn' || decision === null || decision.postAs === 'current') return;
  if (startOfDay(decision.effectiveDate, decision.timeZone) > now) return;
  throw new WrongState(
    `Version ${version} of ${policyId} has applied since ${decision.effectiveDate}.`,
    tellOtherwise,
  );
}

const tellOtherwise = 'Tell these customers in another way, then `held close`.';

async function heldOf(held: HeldBatches, meta: Meta): Promise<HeldBatch[]> {
  const all: HeldBatch[] = [];
  for (const segment of Array(meta.segments).keys()) {
    for await (const one of held.list(meta, segment)) all.push(one);
  }
  return all;
}

function headOf({ batch, decision }: HeldBatch): string {
  const { length } = heldPositions(batch);
  const when = new Date(batch.claimedAt).toISOString();
  const head = `${batchName(batch.key)}  ${length} customers, called at ${when}`;
  if (decision === null) return head;
  return `${head}; ${decision.how} by ${decision.by} on ${decision.at.slice(0, 10)}: ${decision.reason}`;
}

/** The ledger knows its customers by opaque ids: whoever has left the directory since stays opaque. */
async function customersOf({ directory }: HeldPorts, meta: Meta, { batch }: HeldBatch): Promise<string[]> {
  const wanted = new Set(heldPositions(batch).flatMap((position) => batch.ids[position] ?? []));
  const found: string[] = [];
  let after: string | null = null;
  do {
    const { rows, next } = await directory.page(batch.key.segment, meta.segments, after, pageLimit);
    for (const { customerId } of rows)
      if (wanted.delete(recipientId(meta.key, customerId))) found.push(customerId);
    after = next;
  } while (after !== null && wanted.size > 0);
  return wanted.size === 0 ? found : [...found, `${wanted.size} who left since`];
}

function noSuch({ policyId, version }: NoticeRef, name: string | null): NotFound {
  const what = name === null ? 'no held batch that nobody decided about' : `no held batch ${name}`;
  return new NotFound(
    `The notice of version ${version} of ${policyId} has ${what}.`,
    'See `policy-notice held list`.',
  );
}
