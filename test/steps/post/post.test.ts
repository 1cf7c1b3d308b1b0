import { assess } from '../../../lambda/assess/assess.ts';
import { announcedAs, postponement, withdrawal } from '../../../lambda/core/amendment.ts';
import { lastTold } from '../../../lambda/core/archive.ts';
import { parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
import { documentKeys } from '../../../lambda/core/documents.ts';
import { ErrorName } from '../../../lambda/core/errors.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { post } from '../../../lambda/post/post.ts';
import { setting, terms } from '../setting.ts';

const policyId = parsePolicyId('terms');
const first = '2026-03-02T10:00:00Z';
const second = '2026-04-01T10:00:00Z';
const thirty = terms('We delete server logs after 30 days.');
const ninety = terms('We delete server logs after 90 days.');

async function states(company: ReturnType<typeof setting>): Promise<string[]> {
  return (await company.archive.versions(policyId)).map(({ state }) => state);
}

test('the baseline is posted at once, keeps its date, and tells nobody', async () => {
  const company = setting();
  const answer = await company.release(thirty, first);
  expect(answer).toMatchObject({ notify: false, standing: 'current', effectiveDate: '2017-01-03' });
  expect(company.site.files.get('terms/index.html')?.body).toContain('January 3rd, 2017');
  expect(await states(company)).toEqual(['current']);
});

test('a minor change moves the date in the style of the text and replaces the page', async () => {
  const company = setting();
  await company.release(terms('We delete server logs after thirty days of sucessive storage.'), first);
  const answer = await company.release(
    terms('We delete server logs after thirty days of successive storage.'),
    second,
  );
  expect(answer).toMatchObject({ notify: false, standing: 'current', effectiveDate: '2026-04-01' });
  expect(company.documents.text(documentKeys.posted(policyId, 2, 'md'))).toContain(
    'Effective Date: April 1st, 2026',
  );
  expect(company.site.files.get('terms/index.html')?.body).toContain('successive storage');
  expect(await states(company)).toEqual(['superseded', 'current']);
});

test('a significant change is posted as upcoming while the old text still applies', async () => {
  const company = setting();
  await company.release(thirty, first);
  const answer = await company.release(ninety, second);
  // One day of sending, then thirty days of notice.
  expect(answer).toMatchObject({
    notify: true,
    standing: 'wait',
    effectiveDate: '2026-05-02',
    until: '2026-05-02T00:00:00.000Z',
  });
  expect(company.site.files.get('terms/index.html')?.body).toContain('after 30 days');
  expect(company.site.files.get('terms/upcoming/index.html')?.body).toContain('after 90 days');
  expect(await states(company)).toEqual(['current', 'upcoming']);
});

test('on its date the upcoming version becomes the current page', async () => {
  const company = setting();
  await company.release(thirty, first);
  const { policyId: id, version, until } = await company.release(ninety, second);
  expect(await post(company.ports, { policyId: id, version, now: '2026-05-01T23:59:59Z' })).toMatchObject({
    standing: 'wait',
  });
  expect(await post(company.ports, { policyId: id, version, now: until })).toMatchObject({
    standing: 'current',
  });
  expect(company.site.files.get('terms/index.html')?.body).toContain('after 90 days');
  expect(company.site.files.has('terms/upcoming/index.html')).toBe(false);
  expect(await states(company)).toEqual(['superseded', 'current']);
});

test('the decision is fixed once: a repeat on a later day changes neither date nor page', async () => {
  const company = setting();
  await company.release(thirty, first);
  const answer = await company.release(ninety, second);
  const pages = new Map(company.site.files);
  const again = await post(company.ports, {
    policyId: answer.policyId,
    version: answer.version,
    now: '2026-04-20T10:00:00Z',
  });
  expect(again.effectiveDate).toBe('2026-05-02');
  expect(company.site.files).toEqual(pages);
});

test('a minor correction of an upcoming version takes its place, keeps its date, and tells nobody again', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(terms('We delete server logs after ninety days of sucessive storage.'), second);
  await company.archive.advance(policyId, 2, ['upcoming'], 'upcoming', { announcedAt: second });
  const answer = await company.release(
    terms('We delete server logs after ninety days of successive storage.'),
    '2026-04-05T10:00:00Z',
  );
  expect(answer).toMatchObject({ version: 3, notify: false, standing: 'wait', effectiveDate: '2026-05-02' });
  expect(await states(company)).toEqual(['current', 'superseded', 'upcoming']);
  const overtaken = await post(company.ports, { policyId: 'terms', version: 2, now: '2026-05-02T00:00:00Z' });
  expect(overtaken).toMatchObject({ standing: 'superseded', notify: false });
});

test('a correction that arrives before the announcement went out is announced in its place', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(terms('We delete server logs after ninety days of sucessive storage.'), second);
  const answer = await company.release(
    terms('We delete server logs after ninety days of successive storage.'),
    '2026-04-05T10:00:00Z',
  );
  expect(answer).toMatchObject({ version: 3, notify: true, standing: 'wait', effectiveDate: '2026-05-06' });
});

test('another significant change while one is upcoming is announced anew, with a date of its own', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(ninety, second);
  const answer = await company.release(
    terms('We delete server logs after 180 days.'),
    '2026-04-10T10:00:00Z',
  );
  expect(answer).toMatchObject({ version: 3, notify: true, standing: 'wait', effectiveDate: '2026-05-11' });
  expect(await states(company)).toEqual(['current', 'superseded', 'upcoming']);
});

test('a policy without a date line gets one at the bottom', async () => {
  const company = setting();
  const bare = thirty.replace(/\nEffective Date.*\n/, '');
  await company.release(bare, first);
  expect(company.documents.text(documentKeys.posted(policyId, 1, 'md')).trimEnd()).toMatch(
    /Effective Date: .*2026$/,
  );
});

test('a later date of the publisher is honoured, an earlier one is moved to the earliest permitted', async () => {
  const company = setting();
  await company.release(thirty, first);
  const later = await company.release(
    terms('We delete server logs after 90 days.', 'August 1st, 2026'),
    second,
  );
  expect(later.effectiveDate).toBe('2026-08-01');
  const sooner = setting();
  await sooner.release(thirty, first);
  const moved = await sooner.release(
    terms('We delete server logs after 90 days.', 'April 9th, 2026'),
    second,
  );
  expect(moved.effectiveDate).toBe('2026-05-02');
  const { decision } = await sooner.archive.version(policyId, 2);
  expect(decision?.warnings.join(' ')).toMatch(/April 9|2026-04-09/);
});

test('a version that leaves the text in force as it is withdraws the announced one, which is corrected', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(ninety, second);
  await company.archive.advance(policyId, 2, ['upcoming'], 'upcoming', { announcedAt: second });
  const third = '2026-04-05T10:00:00.000Z';
  const answer = await company.release(thirty.replace('We delete', 'We  delete'), third);
  expect(answer).toMatchObject({ version: 3, standing: 'current', notify: true });
  expect(answer.notice).toEqual({ version: 2, correction: 1 });
  expect(await states(company)).toEqual(['superseded', 'withdrawn', 'current']);
  const withdrawn = await company.archive.version(policyId, 2);
  expect(withdrawn.amendments).toMatchObject([
    { kind: 'withdrawn', by: 'post', givesWayTo: 3, from: '2026-05-02', at: third },
  ]);
  expect(company.site.files.has('terms/upcoming/index.html')).toBe(false);
  expect(company.site.files.get('terms/versions/2/index.html')?.body).toContain('Withdrawn, never in force');
  expect(company.site.files.get('terms/versions/2/index.html')?.cache).toBe('short');

  const pages = new Map(company.site.files);
  const again = await post(company.ports, { policyId: 'terms', version: 3, now: '2026-04-06T10:00:00Z' });
  expect(again).toMatchObject({ notify: true, notice: { version: 2, correction: 1 } });
  expect(company.site.files).toEqual(pages);
  const sleeping = await post(company.ports, { policyId: 'terms', version: 2, now: '2026-05-02T00:00:00Z' });
  expect(sleeping).toMatchObject({ standing: 'superseded' });
  expect(company.site.files).toEqual(pages);
});

test('an announced version that nobody was mailed yet is withdrawn without a word', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(ninety, second);
  const answer = await company.release(`${thirty}\n`, '2026-04-05T10:00:00.000Z');
  expect(answer).toMatchObject({ version: 3, notify: false });
  expect(await states(company)).toEqual(['superseded', 'withdrawn', 'current']);
});

test('what was withdrawn counts no more: the same text again is announced again', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(ninety, second);
  await company.archive.advance(policyId, 2, ['upcoming'], 'upcoming', { announcedAt: second });
  await company.release(`${thirty}\n`, '2026-04-05T10:00:00.000Z');
  const answer = await company.release(ninety, '2026-04-07T10:00:00.000Z');
  expect(answer).toMatchObject({ version: 4, notify: true, notice: { version: 4, correction: 0 } });
});

test.each([
  ['that was to withdraw one that applies by now', `${thirty}\n`, 'current'],
  [
    'that is close to one that was withdrawn since',
    ninety.replace('servers in Port', 'servers at Port'),
    'withdrawn',
  ],
] as const)(
  'a version %s is held, not posted, and judged anew when it is published again',
  async (_, text, since) => {
    const company = setting();
    await company.release(thirty, first);
    await company.release(ninety, second);
    await company.archive.advance(policyId, 2, ['upcoming'], 'upcoming', { announcedAt: second });
    const published = await company.publishObject(await company.drop(text), second);
    await assess(company.ports, { ...published, now: second });
    await company.archive.advance(policyId, 2, ['upcoming'], since);
    await expect(post(company.ports, { ...published, now: '2026-05-03T10:00:00Z' })).rejects.toMatchObject({
      name: ErrorName.WrongState,
      message: expect.stringContaining('Publish the same text again'),
    });
    expect(await states(company)).toContain('held');
    const answer = await company.release(text, '2026-05-04T10:00:00.000Z');
    expect(answer).toMatchObject({ outcome: 'recorded', version: 4, notify: true });
  },
);

test('a postponed version is posted with its new date, takes effect then, and shows the old one', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(ninety, second);
  await company.archive.advance(policyId, 2, ['upcoming'], 'upcoming', { announcedAt: second });
  const record = await company.archive.version(policyId, 2);
  const amending = { by: 'Ada', reason: 'More time.', at: '2026-04-10T10:00:00.000Z' };
  const postponed = postponement(record, parseLocalDate('2026-06-01'), amending);
  await company.archive.amend(policyId, 2, postponed);
  const asked = (now: string) => post(company.ports, { policyId: 'terms', version: 2, now });
  const answer = await asked('2026-05-02T00:00:00Z');
  expect(answer).toMatchObject({ standing: 'wait', effectiveDate: '2026-06-01', notify: true });
  expect(answer.notice).toEqual({ version: 2, correction: 1 });
  expect(company.documents.text(documentKeys.posted(policyId, 2, 'md'))).toContain('June 1st, 2026');
  const upcoming = company.site.files.get('terms/upcoming/index.html')?.body;
  expect(upcoming).toContain('It applies from June 1, 2026.');
  expect(upcoming).toContain('Postponed from May 2, 2026 to June 1, 2026. Reason: More time.');
  expect(await asked('2026-06-01T00:00:00Z')).toMatchObject({ standing: 'current' });
  expect((await company.archive.version(policyId, 2)).decision?.effectiveDate).toBe('2026-05-02');
});

test('a version that is withdrawn while it takes effect does not stay on the site', async () => {
  const company = setting();
  await company.release(thirty, first);
  const { until } = await company.release(ninety, second);
  await company.archive.advance(policyId, 2, ['upcoming'], 'upcoming', { announcedAt: second });
  const { archive } = company;
  const hasty: typeof archive = {
    ...archive,
    advance: async (id, version, ...rest) => {
      const versions = await archive.versions(policyId);
      const upcoming = versions.find(({ state }) => state === 'upcoming');
      const amending = { by: 'Ada', reason: 'No.', at: '2026-05-02T00:00:01.000Z' };
      if (upcoming) await archive.amend(policyId, 2, withdrawal(versions, upcoming, amending));
      return archive.advance(id, version, ...rest);
    },
  };
  const ports = { ...company.ports, archive: hasty };
  const answer = await post(ports, { policyId: 'terms', version: 2, now: until });
  expect(answer).toMatchObject({ standing: 'superseded', notice: { version: 2, correction: 1 } });
  expect(await states(company)).toEqual(['current', 'withdrawn']);
  expect(company.site.files.get('terms/index.html')?.body).toContain('after 30 days');
});

test('a version that takes the place of an announced one is corrected by that one’s notice', async () => {
  const company = setting();
  await company.release(thirty, first);
  await company.release(terms('We delete server logs after ninety days of sucessive storage.'), second);
  await company.archive.advance(policyId, 2, ['upcoming'], 'upcoming', { announcedAt: second });
  const third = '2026-04-05T10:00:00.000Z';
  await company.release(terms('We delete server logs after ninety days of successive storage.'), third);
  const answer = await company.release(`${thirty}\n`, '2026-04-06T10:00:00.000Z');
  expect(answer).toMatchObject({ version: 4, notify: true, notice: { version: 3, correction: 1 } });
  const versions = await company.archive.versions(policyId);
  expect(versions.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'withdrawn', 'current']);
  expect(announcedAs(versions, versions[2] ?? fail())?.version).toBe(2);
  expect(lastTold(versions, 5)?.version).toBe(1);
});

function fail(): never {
  throw new Error('There is no such version.');
}
