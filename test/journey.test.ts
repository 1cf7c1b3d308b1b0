import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import { directoryImportFromEnvironment } from '../lambda/aws/directory-import.ts';
import { evidenceFromEnvironment } from '../lambda/aws/ledger-evidence.ts';
import { addDays, inWords, todayIn } from '../lambda/core/calendar/local-date.ts';
import { readCustomers } from '../lambda/core/customer/import.ts';
import { stampEffectiveDate } from '../lambda/core/effective-date/stamp.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';
import { parseSettings } from '../lambda/core/settings/settings.ts';
import type { Laptop } from '../local/laptop.ts';
import { startLaptop } from '../local/laptop.ts';
import { virtualClock } from '../local/state-machine/clock.ts';
import type { CapturedLog } from './fakes/captured-log.ts';
import { captureLog } from './fakes/captured-log.ts';
import { settingsInput, terms } from './steps/setting.ts';

const policyId = parsePolicyId('terms');
const dir = mkdtempSync(join(tmpdir(), 'policy-notice-'));
// From today on: the sender writes down the real time of its claims, and the report holds it against the decision.
const clock = virtualClock();
const today = todayIn('UTC', clock.now().toISOString());
const baseline = terms('We delete server logs after 30 days of sucessive storage.');
const thirty = terms('We delete server logs after 30 days of successive storage.');
const ninety = terms('We delete server logs after 90 days of successive storage.');
let laptop: Laptop;
let log: CapturedLog;

/** 130 customers, of whom every tenth has closed the account. */
const customers = Array.from({ length: 130 }, (_, index) => ({
  customerId: `c-${index}`,
  email: `customer.${index}@mail.example`,
  name: `Customer ${index}`,
  locale: index % 3 === 0 ? 'de-DE' : 'en-GB',
  region: 'EU',
  products: ['mail'],
  createdAt: '2020-01-01T00:00:00Z',
  status: index % 10 === 0 ? 'closed' : 'active',
}));
const affected = customers.filter(({ status }) => status === 'active').map(({ email }) => email);

beforeAll(async () => {
  log = captureLog();
  const settings = parseSettings({ ...settingsInput, languages: ['en', 'de'] });
  laptop = await startLaptop(dir, settings);
  await directoryImportFromEnvironment().put(readCustomers(customers).customers);
});

afterAll(async () => {
  log.restore();
  await laptop.stop();
  rmSync(dir, { recursive: true });
});

const publish = (text: string): Promise<unknown> =>
  laptop.drop('terms.md', new TextEncoder().encode(text), { clock });

function mailed(): string[] {
  return laptop.engines.ses.messages().flatMap(({ to }) => to);
}

async function page(path: string): Promise<string> {
  return (await fetch(`${laptop.engines.urls.site}/${path}`)).text();
}

/** The date line that the posted text ends in, `days` from the start of the journey. */
function dateLine(days: number): string {
  return (
    stampEffectiveDate(terms(''), 'md', addDays(today, days), 'en').text.trimEnd().split('\n').at(-1) ?? ''
  );
}

function tomorrow(): void {
  clock.advanceTo(new Date(clock.now().getTime() + 86_400_000));
}

test('the baseline is posted with its own date and nobody is mailed', async () => {
  await publish(baseline);
  expect(await page('terms/')).toContain('January 3rd, 2017');
  expect(mailed()).toEqual([]);
});

test('a minor edit is posted with the date moved and nobody is mailed', async () => {
  tomorrow();
  await publish(thirty);
  expect(await page('terms/')).toContain(dateLine(1));
  expect(mailed()).toEqual([]);
});

test('the same text again does nothing', async () => {
  tomorrow();
  expect(await publish(thirty)).toMatchObject({ outcome: 'known', version: 2 });
  expect(await page('terms/')).toContain(dateLine(1));
});

test('a significant change is announced to every affected customer once, then takes effect on its date', async () => {
  const seen: string[] = [];
  await laptop.drop('terms.md', new TextEncoder().encode(ninety), {
    clock,
    onState: ({ state }) => void seen.push(state),
  });
  expect(mailed().toSorted()).toEqual(affected.toSorted());
  expect(seen).toEqual(
    expect.arrayContaining(['Send slices', 'Report', 'Wait until effective date', 'Take effect']),
  );
  // The second day + 1 day of sending + 30 days of notice.
  expect(clock.now().toISOString()).toBe(`${addDays(today, 33)}T00:00:00.000Z`);
  expect(await page('terms/')).toContain('after 90 days');
  expect(await page('terms/')).toContain(dateLine(33));
  expect(await page('terms/versions/2/')).toContain('after 30 days');
});

test('the report adds up and the archive knows what became of each version', async () => {
  const versions = await archiveFromEnvironment().versions(policyId);
  expect(versions.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'current']);
  expect(versions.at(-1)?.totals).toEqual({
    audience: affected.length,
    accepted: affected.length,
    excepted: 0,
  });
});

test('what SES says of each mail is written down', async () => {
  let heard = 0;
  for await (const minute of evidenceFromEnvironment().minutes({ policyId, version: 3 }))
    heard += minute.heard;
  expect(heard).toBe(affected.length);
});

test('the notice speaks the language of the customer and carries no address in its tags', () => {
  const messages = laptop.engines.ses.messages();
  const german = messages.find(({ to }) => to.includes('customer.3@mail.example'));
  const english = messages.find(({ to }) => to.includes('customer.1@mail.example'));
  expect(german?.text).toContain('Customer 3');
  expect(german?.text).toContain(inWords(addDays(today, 33), 'de'));
  expect(english?.text).toContain(inWords(addDays(today, 33), 'en'));
  expect(JSON.stringify(messages.map(({ tags }) => tags))).not.toContain('@');
});

test('the whole flow run a second time sends nothing', async () => {
  const before = mailed().length;
  for (const version of [1, 2, 3]) await laptop.resume('terms', version, { clock });
  expect(await publish(ninety)).toMatchObject({ outcome: 'known', version: 3 });
  expect(mailed()).toHaveLength(before);
  expect(await page('terms/')).toContain('after 90 days');
  const versions = await archiveFromEnvironment().versions(policyId);
  expect(versions.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'current']);
});

test('every step logs what it did, and no line has an address, a name or a sentence of a policy', () => {
  const lines = log.lines();
  for (const step of ['publish', 'assess', 'post', 'prepare', 'notify', 'report'])
    expect(log.entries()).toContainEqual(
      expect.objectContaining({
        step,
        policyId: 'terms',
        version: 3,
        execution: expect.stringMatching(/^local:/),
      }),
    );
  expect(log.entries()).toContainEqual(expect.objectContaining({ CustomersTold: affected.length }));
  const secret = [
    ...customers.flatMap(({ email, name }) => [email, `${name}"`, `${name} `]),
    ...[baseline, thirty, ninety]
      .flatMap((text) => text.split(/[.\n]\s*/))
      .filter((part) => /\w+ \w+ /.test(part)),
  ];
  expect(secret.length).toBeGreaterThan(customers.length * 3);
  expect(secret.filter((one) => lines.some((line) => line.includes(one)))).toEqual([]);
});
