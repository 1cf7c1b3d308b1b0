import { type Archive, headOf, type PublishEvent, type VersionRecord } from '../core/archive.ts';
import { todayIn } from '../core/calendar/local-date.ts';
import { requestOf } from '../core/decide/request.ts';
import { parseDocument } from '../core/document/parse.ts';
import { readSource, type Source } from '../core/document/source.ts';
import { documentKeys, type Documents } from '../core/documents.ts';
import { AlreadyClaimed } from '../core/errors.ts';
import { parsePolicyId, type PolicyId } from '../core/ids.ts';
import { isOlder, parseIncomingKey } from '../core/incoming.ts';
import { policySettings, type Settings } from '../core/settings/settings.ts';
import { versionDates } from '../core/version-dates.ts';
import type { PublishAnswer, PublishInput } from '../contract.ts';
import { parseDrop } from './drop.ts';

export interface PublishPorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly settings: Settings;
}

/**
 * Appends the dropped text as the next version. The number is claimed first and only its owner writes the text under
 * it, so two events at once never mix. The same event, an older one, or the text that is already there is `known`.
 * Throws BadInput and BadDate before anything is written.
 */
export async function publish(ports: PublishPorts, input: PublishInput): Promise<PublishAnswer> {
  try {
    return await take(ports, input);
  } catch (error) {
    if (!(error instanceof AlreadyClaimed)) throw error;
    // Another drop won the number. What it wrote is there now, so the second look takes the next number or knows why not.
    return take(ports, input);
  }
}

async function take(ports: PublishPorts, input: PublishInput): Promise<PublishAnswer> {
  if ('resume' in input) return resume(ports, parsePolicyId(input.resume.policyId), input.resume.version);
  const event = parseDrop(input);
  const { policyId, name } = parseIncomingKey(event.key);
  policySettings(ports.settings, policyId);
  const versions = await ports.archive.versions(policyId);

  const mine = versions.find(
    (one) => one.event.key === event.key && one.event.objectVersion === event.objectVersion,
  );
  if (mine?.event.execution === event.execution) return keepText(ports, mine);
  if (mine) return known(mine, `this drop was already taken as version ${mine.version}`);
  const newer = versions.find(
    (one) => one.event.key === event.key && isOlder(event.sequencer, one.event.sequencer),
  );
  if (newer) return known(newer, `a newer drop was already taken as version ${newer.version}`);

  const source = readSource(name, await ports.documents.read(event.key, event.objectVersion));
  const head = headOf(versions.filter(({ state }) => state !== 'withdrawn' && state !== 'held'));
  if (head?.hash === source.hash) return known(head, `the text is that of version ${head.version}`);
  parseDocument(source);
  const version = (headOf(versions)?.version ?? 0) + 1;
  await refuseBadDate(ports, { policyId, version, previous: head, source, now: input.now });
  return append(ports, { policyId, version, source, event, publishedAt: input.now });
}

/** The dates are read again when the decision is fixed; here a bad one is refused while nothing is recorded yet. */
async function refuseBadDate(
  { documents, settings: { timeZone } }: PublishPorts,
  drop: { policyId: PolicyId; version: number; previous: VersionRecord | null; source: Source; now: string },
): Promise<void> {
  const { policyId, version, previous, source, now } = drop;
  const dates = await versionDates(documents, source, previous);
  if (previous !== null) requestOf({ policyId, version, timeZone, ...dates }, todayIn(timeZone, now));
}

async function append(
  ports: PublishPorts,
  drop: { policyId: PolicyId; version: number; source: Source; event: PublishEvent; publishedAt: string },
): Promise<PublishAnswer> {
  const { source, ...row } = drop;
  const record: VersionRecord = {
    ...row,
    state: 'published',
    hash: source.hash,
    format: source.format,
    source: documentKeys.source(drop.policyId, drop.version, source.format),
    significance: null,
    decision: null,
    announcedAt: null,
    totals: null,
    amendments: [],
  };
  await ports.archive.append(record);
  return keepText(ports, record);
}

async function resume(ports: PublishPorts, policyId: PolicyId, version: number): Promise<PublishAnswer> {
  return keepText(ports, await ports.archive.version(policyId, version));
}

/** Copies the dropped object to its permanent place; again on a repeat, in case the first attempt died before it. */
async function keepText(ports: PublishPorts, record: VersionRecord): Promise<PublishAnswer> {
  const { policyId, version, event, source, format } = record;
  const type = format === 'html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
  await ports.documents.write(source, await ports.documents.read(event.key, event.objectVersion), type);
  return { policyId, version, outcome: 'recorded', why: `recorded as version ${version}` };
}

function known({ policyId, version }: VersionRecord, why: string): PublishAnswer {
  return { policyId, version, outcome: 'known', why };
}
