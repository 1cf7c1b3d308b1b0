import { noticeDue } from '../lambda/core/amendment.ts';
import type { Archive, VersionRecord } from '../lambda/core/archive.ts';
import { byBreaker } from '../lambda/core/breaker/breaker.ts';
import { WrongState } from '../lambda/core/errors.ts';
import type { Ledger } from '../lambda/core/ledger/ledger.ts';
import type { Control, NoticeRef, Run } from '../lambda/core/ledger/meta.ts';
import type { SendingSwitch } from '../lambda/core/outcome/mailer.ts';
import type { Person } from './person.ts';

/** Where a notice is looked up. */
export interface NoticePorts {
  readonly archive: Archive;
  readonly ledger: Ledger;
}

/** Where it is told what to do. */
export type DirectionPorts = NoticePorts & { readonly sending: Pick<SendingSwitch, 'on'> };

/**
 * Says what a notice is to do from now on; senders look before every call. Letting one go on that the breaker halted
 * switches sending on again, for every notice: the breaker had switched it off. Returns what stands.
 * Throws NotFound for an unknown version, WrongState where the change makes no sense, saying why.
 */
export async function directNotice(
  { archive, ledger, sending }: DirectionPorts,
  ref: NoticeRef,
  run: Run,
  { by, reason }: Person,
): Promise<Control> {
  const record = await archive.version(ref.policyId, ref.version);
  const control = await ledger.control(ref);
  const refusal = refusalOf(run, record, ref, control);
  if (refusal !== null) throw refusal;
  // First, because senders who are refused pause the notice once more.
  if (run === 'run' && control.by === byBreaker) await sending.on();
  const standing = await ledger.direct(ref, { run, by, reason });
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
  if (control.run === 'stop') return stopped(ref, control);
  if (run === 'run') {
    if (control.run === 'pause') return null;
    return new WrongState(`${notice} is not paused.`, 'If its run failed, take it up with `resume`.');
  }
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

function stopped(ref: NoticeRef, { by, reason }: Control): WrongState {
  return new WrongState(
    `${nameOf(ref)} was stopped by ${by}: ${reason}`,
    'A stopped notice stays stopped; publish a new version to tell customers.',
  );
}

/** A notice in a sentence that begins with it. */
export function nameOf({ policyId, version, correction = 0 }: NoticeRef): string {
  const notice = correction === 0 ? 'The notice' : `The correction ${correction}`;
  return `${notice} of version ${version} of ${policyId}`;
}
