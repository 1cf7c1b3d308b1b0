import { noticeDue } from '../lambda/core/amendment.ts';
import type { Archive, VersionRecord } from '../lambda/core/archive.ts';
import { WrongState } from '../lambda/core/errors.ts';
import type { Control, NoticeRef, Run } from '../lambda/core/ledger/meta.ts';
import { endHalts } from './halts.ts';
import type { DirectionPorts } from './notice-ports.ts';
import type { Person } from './person.ts';

/**
 * Says what a notice is to do from now on; senders look before every call. Letting one go on that the breaker halted,
 * or stopping it, switches sending on again, for every notice: the breaker had switched it off. Returns what stands.
 * Throws NotFound for an unknown version, WrongState where the change makes no sense, saying why.
 */
export async function directNotice(
  ports: DirectionPorts,
  ref: NoticeRef,
  run: Run,
  { by, reason }: Person,
): Promise<Control> {
  const { archive, ledger } = ports;
  const record = await archive.version(ref.policyId, ref.version);
  const control = await ledger.control(ref);
  const refusal = refusalOf(run, record, ref, control);
  if (refusal !== null) throw refusal;
  // First, because senders who are refused pause the notice once more.
  if (run === 'run') await endHalts(ports, [ref]);
  const standing = await ledger.direct(ref, { run, by, reason });
  // Last, because nothing more of it is to leave.
  if (run === 'stop') await endHalts(ports, [ref]);
  if (standing.run === run) return standing;
  throw stopped(ref, standing);
}

/** The notice of a version that may be under way: the correction of its last amendment, else its announcement. */
export async function liveNotice(archive: Archive, { policyId, version }: NoticeRef): Promise<NoticeRef> {
  const record = await archive.version(policyId, version);
  const due = noticeDue(await archive.versions(policyId), record);
  return due === null || due.correction === 0
    ? { policyId, version }
    : { policyId, version, correction: due.correction };
}

function refusalOf(run: Run, record: VersionRecord, ref: NoticeRef, control: Control): WrongState | null {
  const notice = nameOf(ref);
  const amendment = record.amendments.find(({ number }) => number === ref.correction);
  if (control.run === 'stop') return isHalfStopped(run, control) ? null : stopped(ref, control);
  if (run === 'run') {
    if (control.run === 'pause') return null;
    return new WrongState(`${notice} is not paused.`, 'If its run failed, take it up with `resume`.');
  }
  if (run === 'stop' && record.decision === null)
    return new WrongState(
      `${notice} has not begun: the version is ${record.state}.`,
      'If it waits for approval, `reject` it; to hold its notice back once it is posted, `pause` it.',
    );
  if (amendment === undefined && record.decision?.notify === false)
    return new WrongState(
      `${notice} does not exist: nobody is told of that version.`,
      'Nothing is to be done.',
    );
  if ((amendment ?? record).totals !== null)
    return new WrongState(`${notice} is finished.`, 'Its totals are in `policy-notice status`.');
  if (run === 'pause' && control.run === 'pause')
    return new WrongState(
      `${notice} is paused already, by ${control.by}: ${control.reason}`,
      'Let it go on with `unpause`, or end it with `stop`.',
    );
  return null;
}

/** Stopped once before, and not to the end: the mark says that sending is still off because of it. */
function isHalfStopped(run: Run, { halted }: Control): boolean {
  return run === 'stop' && halted;
}

function stopped(ref: NoticeRef, { by, reason }: Control): WrongState {
  return new WrongState(
    `${nameOf(ref)} was stopped by ${by}: ${reason}`,
    'A stopped notice stays stopped: `withdraw` the version to correct whoever was mailed, or publish a new one.',
  );
}

/** A notice in a sentence that begins with it. */
export function nameOf({ policyId, version, correction = 0 }: NoticeRef): string {
  const notice = correction === 0 ? 'The notice' : `The correction ${correction}`;
  return `${notice} of version ${version} of ${policyId}`;
}
