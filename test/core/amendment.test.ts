import {
  announcedAs,
  decisionNow,
  noticeDue,
  noticesBefore,
  postponement,
  withdrawal,
} from '../../lambda/core/amendment.ts';
import type { VersionRecord } from '../../lambda/core/archive.ts';
import { versionStates } from '../../lambda/core/archive.ts';
import { parseLocalDate } from '../../lambda/core/calendar/local-date.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { decisionOn, recordOf } from '../steps/notice-setting.ts';

const amending = { by: 'Ada', reason: 'More time.', at: '2026-01-10T09:00:00.000Z' };
const inForce = recordOf(1, { state: 'current' });
const announced = recordOf(2, { announcedAt: '2026-01-05T10:00:00.000Z' });
const versions = [inForce, announced];
const march = parseLocalDate('2026-03-01');
const april = parseLocalDate('2026-04-01');

function amended(record: VersionRecord, to: typeof march): VersionRecord {
  return { ...record, amendments: [...record.amendments, postponement(record, to, amending)] };
}

test('a postponement moves the date that stands, and leaves the decision as it was fixed', () => {
  const once = amended(announced, march);
  const twice = amended(once, april);
  expect(twice.amendments).toMatchObject([
    { number: 1, kind: 'postponed', from: '2026-02-05', to: '2026-03-01', by: 'Ada' },
    { number: 2, kind: 'postponed', from: '2026-03-01', to: '2026-04-01' },
  ]);
  expect(decisionNow(twice)).toEqual(decisionOn(2, { effectiveDate: april }));
  expect(twice.decision).toEqual(announced.decision);
  expect(decisionNow({ ...announced, decision: null })).toBeNull();
});

test('the same order again is the one on record', () => {
  const once = amended(announced, march);
  expect(postponement(once, march, { ...amending, at: '2026-01-12T09:00:00.000Z' })).toBe(once.amendments[0]);
  const gone = withdrawal(versions, announced, amending);
  const withdrawn = { ...announced, state: 'withdrawn' as const, amendments: [gone] };
  expect(withdrawal(versions, withdrawn, { ...amending, by: 'Bo' })).toBe(gone);
});

test.each(versionStates.filter((state) => state !== 'upcoming'))(
  'a version that is %s is neither postponed nor withdrawn, and the refusal says what to do',
  (state) => {
    const refused = { name: ErrorName.WrongState, remedy: expect.stringMatching(/\.$/u) };
    const record = { ...announced, state };
    expect(() => postponement(record, march, amending)).toThrow(expect.objectContaining(refused));
    expect(() => withdrawal(versions, record, amending)).toThrow(expect.objectContaining(refused));
  },
);

test.each([
  ['an earlier date', '2026-02-04', amending.at],
  ['the same date', '2026-02-05', amending.at],
  ['any date once it applies', '2026-03-01', '2026-02-05T00:00:00.000Z'],
])('a version is not postponed to %s', (_, to, at) => {
  const refused = () => postponement(announced, parseLocalDate(to), { ...amending, at });
  expect(refused).toThrow(expect.objectContaining({ name: ErrorName.BadDate }));
});

test('nothing is withdrawn that leaves no text in force', () => {
  const refused = () => withdrawal([announced], announced, amending);
  expect(refused).toThrow(expect.objectContaining({ name: ErrorName.WrongState }));
});

test('what is to be told is the last amendment, where anybody was mailed what it changes', () => {
  expect(noticeDue(versions, announced)).toEqual({ version: 2, correction: 0 });
  expect(noticeDue(versions, amended(announced, march))).toEqual({ version: 2, correction: 1 });
  const unheard = { ...amended(announced, march), announcedAt: null };
  expect(noticeDue([inForce, unheard], unheard)).toEqual({ version: 2, correction: 0 });
  const withdrawn = { ...unheard, state: 'withdrawn' as const };
  expect(noticeDue([inForce, withdrawn], withdrawn)).toBeNull();
});

test('a version that took the place of an announced one is known by that one’s notice', () => {
  const replaced = { ...announced, state: 'superseded' as const };
  const inItsPlace = recordOf(3, { decision: decisionOn(3, { notify: false, inPlaceOf: 2 }) });
  expect(announcedAs([inForce, replaced, inItsPlace], inItsPlace)).toBe(replaced);
  expect(announcedAs([inForce], inForce)).toBeNull();
});

test('before a correction, whatever is not accounted for may still be going out: of its version, and of the one it is known by', () => {
  const totals = { audience: 1, accepted: 1, excepted: 0 };
  const ref = { policyId: announced.policyId, version: 2 };
  const twice = amended(amended(announced, march), april);
  expect(noticesBefore([inForce, twice], twice, 2)).toEqual([ref, { ...ref, correction: 1 }]);
  expect(noticesBefore([inForce, twice], twice, 1)).toEqual([ref]);
  const reported = { ...twice, totals };
  expect(noticesBefore([inForce, reported], reported, 2)).toEqual([{ ...ref, correction: 1 }]);
  const inItsPlace = recordOf(3, { decision: decisionOn(3, { notify: false, inPlaceOf: 2 }) });
  expect(noticesBefore([inForce, announced, inItsPlace], inItsPlace, 1)).toEqual([ref]);
  const unheard = { ...announced, announcedAt: null };
  expect(noticesBefore([inForce, unheard], unheard, 1)).toEqual([]);
});
