import type { Archive, VersionRecord } from '../lambda/core/archive.ts';
import { WrongState } from '../lambda/core/errors.ts';
import type { Ledger } from '../lambda/core/ledger/ledger.ts';
import type { Control, NoticeRef, Run } from '../lambda/core/ledger/meta.ts';
import type { Person } from './person.ts';

/** Where a notice is looked up and told what to do. */
export interface NoticePorts {
  readonly archive: Archive;
  readonly ledger: Ledger;
}

/**
 * Says what a notice is to do from now on; senders look before every call. Returns what stands.
 * Throws NotFound for an unknown version, WrongState where the change makes no sense, saying why.
 */
export async function directNotice(
  { archive, ledger }: NoticePorts,
  ref: NoticeRef,
  run: Run,
  { by, reason }: Person,
): Promise<Control> {
  const record = await archive.version(ref.policyId, ref.version);
  const control = await ledger.control(ref);
  const refusal = refusalOf(run, record, control);
  if (refusal !== null) throw refusal;
  const standing = await ledger.direct(ref, { run, by, reason });
  if (standing.run === run) return standing;
  throw stopped(record, standing);
}

function refusalOf(run: Run, record: VersionRecord, control: Control): WrongState | null {
  const notice = nameOf(record);
  if (control.run === 'stop') return stopped(record, control);
  if (run === 'run') {
    if (control.run === 'pause') return null;
    return new WrongState(`${notice} is not paused.`, 'If its run failed, take it up with `resume`.');
  }
  if (record.decision?.notify === false)
    return new WrongState(
      `${notice} does not exist: nobody is told of that version.`,
      'Nothing is to be done.',
    );
  if (record.totals !== null)
    return new WrongState(`${notice} is finished.`, 'Its totals are in `policy-notice status`.');
  if (run === 'pause' && control.run === 'pause')
    return new WrongState(
      `${notice} is paused already, by ${control.by}: ${control.reason}`,
      'Let it go on with `unpause`, or end it with `stop`.',
    );
  return null;
}

function stopped(record: VersionRecord, { by, reason }: Control): WrongState {
  return new WrongState(
    `${nameOf(record)} was stopped by ${by}: ${reason}`,
    'A stopped notice stays stopped; publish a new version to tell customers.',
  );
}

function nameOf({ policyId, version }: VersionRecord): string {
  return `The notice of version ${version} of ${policyId}`;
}
