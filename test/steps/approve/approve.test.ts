import { approve } from '../../../lambda/approve/approve.ts';
import { assess } from '../../../lambda/assess/assess.ts';
import type { Verdict } from '../../../lambda/core/approval.ts';
import { ErrorName } from '../../../lambda/core/errors.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { post } from '../../../lambda/post/post.ts';
import { memoryApprovals } from '../../fakes/memory-approvals.ts';
import { setting, terms } from '../setting.ts';

const policyId = parsePolicyId('terms');
const monday = '2026-03-02T10:00:00.000Z';
const ref = { policyId, version: 2 };
const later = (days: number): string => new Date(Date.parse(monday) + days * 86_400_000).toISOString();
const verdict = (says: Verdict['verdict'], days = 1): Verdict => ({
  verdict: says,
  by: 'Ada',
  reason: 'as agreed',
  at: later(days),
});

/** A first version that is posted, and a second one as far as its assessment. */
async function proposed(
  rule: { readonly approval?: 'never' | 'significant' | 'always'; readonly approvalDays?: number },
  [before, after]: readonly string[] = [
    'We delete server logs after 30 days.',
    'We delete server logs after 90 days.',
  ],
) {
  const company = setting({ policies: { terms: { name: { en: 'Terms of Service' }, ...rule } } });
  await company.release(terms(before ?? ''), monday);
  const published = await company.publishObject(await company.drop(terms(after ?? '')), monday);
  const answer = await assess(company.ports, { ...published, now: monday });
  const ports = { ...company.ports, approvals: memoryApprovals(company.archive) };
  const ask = (days: number) => approve(ports, { ...ref, now: later(days) });
  const state = async () => (await company.archive.version(policyId, 2)).state;
  return { ...company, ...ports, ports, answer, ask, state };
}

const typo = ['We keep logs on sucessive days.', 'We keep logs on successive days.'];

test.each([
  ['never', undefined, false],
  ['significant', undefined, true],
  ['always', undefined, true],
  ['significant', typo, false],
  ['always', typo, true],
] as const)('approval %s of %s: %s', async (approval, texts, needed) => {
  const { answer } = await proposed({ approval }, texts);
  expect(answer.approval).toBe(needed);
});

test('the first version is never held up, because there is nothing to compare it with', async () => {
  const company = setting({ policies: { terms: { name: { en: 'Terms' }, approval: 'always' } } });
  const published = await company.publishObject(await company.drop(terms('A.')), monday);
  const answer = await assess(company.ports, { ...published, now: monday });
  expect(answer).toMatchObject({ baseline: true, approval: false });
});

test('a version waits as long as the settings say, from the first time it was asked about', async () => {
  const { ask, state } = await proposed({ approval: 'always', approvalDays: 3 });
  expect(await ask(0)).toEqual({ ...ref, action: 'ask', seconds: 3 * 86_400 });
  expect(await ask(1)).toEqual({ ...ref, action: 'ask', seconds: 2 * 86_400 });
  expect(await ask(2.9999999)).toMatchObject({ action: 'ask', seconds: 1 });
  expect(await state()).toBe('assessed');
});

test('an approved version is posted, with the dates of the day it is posted on', async () => {
  const { ask, approvals, ports, state } = await proposed({ approval: 'significant' });
  await ask(0);
  await approvals.answer(ref, verdict('approved'));
  expect(await ask(5)).toEqual({ ...ref, action: 'post', seconds: 0 });
  expect(await state()).toBe('approved');
  // 2 March + 5 days of waiting + 1 of sending + 30 of notice.
  expect(await post(ports, { ...ref, now: later(5) })).toMatchObject({
    notify: true,
    effectiveDate: '2026-04-07',
  });
});

test('a rejected version is held', async () => {
  const { ask, approvals, state } = await proposed({ approval: 'always' });
  await ask(0);
  await approvals.answer(ref, verdict('rejected'));
  expect(await ask(1)).toEqual({ ...ref, action: 'held', seconds: 0 });
  expect(await state()).toBe('held');
});

test('a version that nobody approved in time is held, and its owner is told', async () => {
  const { ask, state } = await proposed({ approval: 'always' });
  await ask(0);
  await expect(ask(14)).rejects.toMatchObject({ name: ErrorName.NotApproved });
  expect(await state()).toBe('held');
  await expect(ask(0)).rejects.toMatchObject({ name: ErrorName.NotApproved });
});

test('an answer just before the end of the wait counts, however late the run looks', async () => {
  const { ask, approvals, state } = await proposed({ approval: 'always' });
  await ask(0);
  await approvals.answer(ref, verdict('approved', 13.99));
  expect(await ask(20)).toMatchObject({ action: 'post' });
  expect(await state()).toBe('approved');
});

test('a run that is resumed follows what was decided, as often as it is asked', async () => {
  const { ask, approvals, ports } = await proposed({ approval: 'always' });
  await ask(0);
  await approvals.answer(ref, verdict('approved'));
  for (const days of [1, 2]) expect(await ask(days)).toMatchObject({ action: 'post' });
  await post(ports, { ...ref, now: later(2) });
  expect(await ask(30)).toMatchObject({ action: 'post' });
});

test('a held version stays held, also when approval is switched off, and its text may be published again', async () => {
  const { ask, ports, publishObject, drop, settings } = await proposed({ approval: 'always' });
  await ask(0);
  await expect(ask(14)).rejects.toMatchObject({ name: ErrorName.NotApproved });
  const lenient = {
    ...settings,
    policies: { terms: { ...settings.policies['terms']!, approval: 'never' as const } },
  };
  const again = await assess({ ...ports, settings: lenient }, { ...ref, now: later(15) });
  expect(again.approval).toBe(true);
  const text = terms('We delete server logs after 90 days.');
  expect(await publishObject(await drop(text), later(15))).toMatchObject({ outcome: 'recorded', version: 3 });
  expect(await assess(ports, { policyId, version: 3, now: later(15) })).toMatchObject({
    significance: 'significant',
    approval: true,
  });
});
