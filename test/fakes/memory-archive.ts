import { amendmentRefused, noSuchAmendment } from '../../lambda/core/amendment-refusals.ts';
import type { Archive, VersionRecord } from '../../lambda/core/archive.ts';
import { AlreadyClaimed, NotFound, WrongState } from '../../lambda/core/errors.ts';
import type { PolicyId, Version } from '../../lambda/core/ids.ts';
import { padVersion } from '../../lambda/core/ids.ts';

/** The archive in memory, with `records` in it from the start; every answer is a copy, as it is from a table. */
export function memoryArchive(records: readonly VersionRecord[] = []): Archive {
  const rows = new Map(records.map((record) => [keyOf(record.policyId, record.version), record]));

  const existing = (policyId: PolicyId, version: Version): VersionRecord => {
    const row = rows.get(keyOf(policyId, version));
    if (row !== undefined) return structuredClone(row);
    throw new NotFound(`There is no version ${version} of "${policyId}".`, 'Append it first.');
  };
  const keep = (row: VersionRecord): VersionRecord => {
    rows.set(keyOf(row.policyId, row.version), structuredClone(row));
    return structuredClone(row);
  };

  return {
    async versions(policyId) {
      const found = [...rows.values()].filter((row) => row.policyId === policyId);
      return structuredClone(found.toSorted((one, other) => one.version - other.version));
    },
    async version(policyId, version) {
      return existing(policyId, version);
    },
    async append(record) {
      if (!rows.has(keyOf(record.policyId, record.version))) return void keep(record);
      throw new AlreadyClaimed(
        `Version ${record.version} of "${record.policyId}" is taken.`,
        'Take the next number.',
      );
    },
    async advance(policyId, version, from, to, facts = {}) {
      const row = existing(policyId, version);
      if ([...from, to].includes(row.state)) return keep({ ...row, ...facts, state: to });
      throw new WrongState(
        `Version ${version} of "${policyId}" is ${row.state}, so it cannot become ${to}.`,
        'Look again.',
      );
    },
    async decide(decision) {
      const row = existing(decision.policyId, decision.version);
      return row.decision ?? keep({ ...row, decision }).decision ?? decision;
    },
    async amend(policyId, version, amendment) {
      const row = existing(policyId, version);
      const standing = row.amendments[amendment.number - 1];
      if (standing?.at === amendment.at && standing.by === amendment.by) return row;
      if (row.state !== 'upcoming' || row.amendments.length !== amendment.number - 1)
        throw amendmentRefused(row, amendment);
      const state = amendment.kind === 'withdrawn' ? 'withdrawn' : row.state;
      return keep({ ...row, state, amendments: [...row.amendments, amendment] });
    },
    async correct(policyId, version, number, totals) {
      const row = existing(policyId, version);
      if (row.amendments[number - 1] === undefined) throw noSuchAmendment(policyId, version, number);
      const amendments = row.amendments.map((one) => (one.number === number ? { ...one, totals } : one));
      keep({ ...row, amendments });
    },
  };
}

function keyOf(policyId: PolicyId, version: Version): string {
  return `${policyId}/${padVersion(version)}`;
}
