import { documentKeys } from '../../../lambda/core/documents.ts';
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
