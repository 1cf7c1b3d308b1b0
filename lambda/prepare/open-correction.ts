import { decisionNow } from '../core/amendment.ts';
import type { Amendment, VersionRecord } from '../core/archive.ts';
import { inForce } from '../core/archive.ts';
import { readAssessment } from '../core/assessment-file.ts';
import { WrongState } from '../core/errors.ts';
import type { Meta, NoticeRef } from '../core/ledger/meta.ts';
import { composeCorrection } from '../core/notice/compose.ts';
import { lintCorrection } from '../core/notice/lint.ts';
import type { Notice } from '../core/notice/model.ts';
import { fix, lastMoment } from './open-notice.ts';
import type { PreparePorts } from './ports.ts';
import { acceptedIn } from './sent.ts';
import { sendable } from './templates.ts';

/** An amended version, and the ledger of the announcement that customers know it by. */
export interface Corrected {
  readonly record: VersionRecord;
  readonly versions: readonly VersionRecord[];
  readonly amendment: Amendment;
  readonly announcement: Meta;
}

/**
 * Opens the correction of an announcement. It goes to whoever was mailed that one: the same segments of the directory,
 * and the same key, so that the ids in both ledgers match. Whether they are still in the audience does not matter.
 */
export async function openCorrection(
  ports: PreparePorts,
  corrected: Corrected,
  ref: NoticeRef,
  now: string,
): Promise<Meta> {
  const { announcement, record, amendment } = corrected;
  const { segments, key, cutoff, version: corrects } = announcement;
  const { accepted, inDoubt } = await acceptedIn(ports.ledger, announcement);
  const expected = accepted + inDoubt;
  const draft = { ...ref, contentHash: record.hash, audience: {}, cutoff, segments, key, expected, corrects };
  const decision = amendment.to === null ? null : decisionNow(record);
  const until = decision && lastMoment(decision);
  return fix(ports, draft, { now, until, compose: await correction(ports, corrected) });
}

async function correction(
  { settings, documents }: PreparePorts,
  { record, versions, amendment }: Corrected,
): Promise<(language: string) => Notice> {
  const { policyId, version } = record;
  const { sinceTold, previous, lastTold, title } = await readAssessment(documents, record);
  const comparedWith = sinceTold === null ? previous : lastTold;
  const current = inForce(versions);
  if (comparedWith === null || current === null) {
    throw new WrongState(
      `Version ${version} of "${policyId}" was announced, but no other text is on record that it changed.`,
      'Archive and ledger disagree: restore whichever was changed by hand before anybody is mailed.',
    );
  }
  const announcedDate = record.decision?.effectiveDate ?? amendment.from;
  const previousEffectiveDate = decisionNow(current)?.effectiveDate ?? null;
  const dates = { announcedDate, amendment, previousEffectiveDate };
  const facts = { settings, policyId, version, comparedWith, title, ...dates };
  return (language) => {
    const input = { ...facts, language };
    const notice = composeCorrection(input);
    return sendable(notice, lintCorrection(notice, input), record);
  };
}
