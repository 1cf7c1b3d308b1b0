import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amendVersion } from '../cli/amend-version.ts';
import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import { documentsFromEnvironment } from '../lambda/aws/documents.ts';
import { directoryImportFromEnvironment } from '../lambda/aws/directory-import.ts';
import { chronicleFromEnvironment } from '../lambda/aws/chronicle.ts';
import { evidenceFromEnvironment } from '../lambda/aws/ledger-evidence.ts';
import { addDays, inWords, todayIn } from '../lambda/core/calendar/local-date.ts';
import type { LocalDate } from '../lambda/core/ids.ts';
import { ledgerFromEnvironment } from '../lambda/aws/ledger.ts';
import { sendingSwitchFromEnvironment } from '../lambda/aws/mailer-switch.ts';
import { readCustomers } from '../lambda/core/customer/import.ts';
import { stampEffectiveDate } from '../lambda/core/effective-date/stamp.ts';
import { ErrorName } from '../lambda/core/errors.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';
import { batchName } from '../lambda/core/ledger/batch.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import { parseSettings } from '../lambda/core/settings/parse.ts';
import type { Laptop, RunOptions } from '../local/laptop.ts';
import { startLaptop } from '../local/laptop.ts';
import { Parked, presentClock } from '../local/present-clock.ts';
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
const hundred = terms('We delete server logs after 100 days of successive storage.');
const ninety = terms('We delete server logs after 90 days of successive storage.');
let laptop: Laptop;
let log: CapturedLog;

/** Names that break into mails elsewhere, as they are to read: in text, and in HTML. */
const hostileNames: readonly (readonly [given: string, text: string, html: string])[] = [
  ['<script>pwned()</script>', '<script>pwned()</script>', '&lt;script&gt;pwned()&lt;/script&gt;'],
  ['{{name}}', '{{name}}', '&#123;&#123;name&#125;&#125;'],
  ['Eve\r\nBcc: all@mail.example', 'Eve Bcc: all@mail.example', 'Eve Bcc: all@mail.example'],
  ['\u202Eevil\u2066 \u05D3\u05D5\u05D3', 'evil \u05D3\u05D5\u05D3', 'evil \u05D3\u05D5\u05D3'],
  ['é'.repeat(10_240), 'é'.repeat(100), 'é'.repeat(100)],
];

/** 130 customers, of whom every tenth has closed the account. */
const ordinary = Array.from({ length: 130 }, (_, index) => ({
  customerId: `c-${index}`,
  email: `customer.${index}@mail.example`,
  name: `Customer ${index}`,
  locale: index % 3 === 0 ? 'de-DE' : 'en-GB',
  region: 'EU',
  products: ['mail'],
  createdAt: '2020-01-01T00:00:00Z',
  status: index % 10 === 0 ? 'closed' : 'active',
}));
const hostile = hostileNames.map(([name], index) => {
  const [customerId, email] = [`h-${index}`, `hostile.${index}@mail.example`];
  return { ...ordinary[1], customerId, email, name };
});
const customers = [...ordinary, ...hostile];
const affected = customers.filter(({ status }) => status === 'active').map(({ email }) => email);

const settings = parseSettings({ ...settingsInput, languages: ['en', 'de'], sending: { segments: 2 } });

beforeAll(async () => {
  log = captureLog();
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

/** The address of every customer who was mailed, as often as they were. */
function mailed(): string[] {
  return laptop.engines.ses.messages().flatMap(({ to, tags }) => (tags['canary'] === undefined ? to : []));
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

test('one test mail went before the first customer, was heard, and is no customer', async () => {
  const messages = laptop.engines.ses.messages();
  const canaries = messages.filter(({ tags }) => tags['canary'] !== undefined);
  expect(canaries).toEqual([messages[0]]);
  expect(canaries[0]?.to).toEqual(['success@simulator.amazonses.com']);
  const report = await documentsFromEnvironment().read('versions/terms/00000003/report.json');
  expect(JSON.parse(new TextDecoder().decode(report))).toMatchObject({
    accepted: affected.length,
    preflight: { at: expect.any(String), skipped: [] },
    remarks: [],
  });
});

async function batchesOf(notice: NoticeRef): Promise<Set<string>> {
  const names = new Set<string>();
  for (const segment of Array(settings.sending.segments).keys())
    for await (const { key } of ledgerFromEnvironment().batches(notice, segment, 'all'))
      names.add(batchName(key));
  return names;
}

test('what SES says of each mail is written down: counted by the ledger, and kept as it came', async () => {
  let heard = 0;
  for await (const minute of evidenceFromEnvironment().minutes({ policyId, version: 3 }))
    heard += minute.heard;
  expect(heard).toBe(affected.length);
  const ref = { policyId, version: 3 };
  const told = await chronicleFromEnvironment().seen(ref, await batchesOf(ref), {
    from: 0,
    until: Date.now(),
  });
  const messageIds = [...told.values()].flatMap((of) => [...of.values()]);
  const sent = laptop.engines.ses.messages().filter(({ tags }) => tags['canary'] === undefined);
  expect(messageIds.toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
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

test.each(hostileNames.map(([, ...shown], index) => [...shown, index] as const))(
  'scenario 29: a customer named %s gets the mail that all others get, with the name as text',
  (text, html, index) => {
    const mailTo = (name: string) =>
      laptop.engines.ses.messages().find(({ to }) => to.includes(`${name}@mail.example`));
    const [plain, mail] = [mailTo('customer.1'), mailTo(`hostile.${index}`)];
    expect(plain?.html).toContain('Customer 1,');
    expect(mail?.html).toBe(plain?.html?.replaceAll('Customer 1', () => html));
    expect(mail?.text).toBe(plain?.text?.replaceAll('Customer 1', () => text));
    expect(mail).toMatchObject({ subject: plain?.subject, to: [expect.any(String)], cc: [], bcc: [] });
  },
);

test('the whole flow run a second time sends nothing', async () => {
  const before = mailed().length;
  for (const version of [1, 2, 3]) await laptop.resume('terms', version, { clock });
  expect(await publish(ninety)).toMatchObject({ outcome: 'known', version: 3 });
  expect(mailed()).toHaveLength(before);
  expect(await page('terms/')).toContain('after 90 days');
  const versions = await archiveFromEnvironment().versions(policyId);
  expect(versions.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'current']);
});

/** A run that stops where the next would wait: a version stays upcoming. */
async function untilItWaits(run: (options: RunOptions) => Promise<unknown>): Promise<Parked> {
  const parked: unknown = await run({ clock: presentClock(clock.now()) }).catch((error: unknown) => error);
  if (parked instanceof Parked) return parked;
  throw new Error(`The run did not wait: ${String(parked)}`);
}

/** What a person orders about version 4, and what the run does with it that the order starts. */
async function order(to: LocalDate | null, day: number): Promise<unknown> {
  const sending = sendingSwitchFromEnvironment();
  const ports = { archive: archiveFromEnvironment(), ledger: ledgerFromEnvironment(), sending };
  const at = clock.now().toISOString();
  await amendVersion(ports, { policyId, version: 4 }, to, { by: 'Ada', reason: 'Not ready.', at });
  const resume = (options: RunOptions) => laptop.resume('terms', 4, options);
  if (to === null) return resume({ clock: presentClock(clock.now()) });
  expect((await untilItWaits(resume)).until.toISOString()).toBe(`${addDays(today, day)}T00:00:00.000Z`);
  return null;
}

test('an announced version is postponed: pages say the new date, and whoever was mailed is told', async () => {
  const before = mailed().length;
  const text = new TextEncoder().encode(hundred);
  await untilItWaits((options) => laptop.drop('terms.md', text, options));
  expect(mailed().slice(before).toSorted()).toEqual(affected.toSorted());
  await order(addDays(today, 80), 80);
  expect(
    mailed()
      .slice(before + affected.length)
      .toSorted(),
  ).toEqual(affected.toSorted());
  expect(await page('terms/upcoming/')).toContain(dateLine(80));
  expect(await page('terms/upcoming/')).toContain('Postponed from');
  const correction = laptop.engines.ses.messages().at(-1);
  expect(correction?.tags).toMatchObject({ notice: 'terms-4-c1' });
  expect(mailed().length).toBe(before + 2 * affected.length);
  await order(addDays(today, 80), 80);
  expect(mailed().length).toBe(before + 2 * affected.length);
});

test('withdrawn, it keeps its address, says so, and whoever was mailed is told again', async () => {
  const before = mailed().length;
  expect(await order(null, 0)).toMatchObject({ posting: { standing: 'superseded' } });
  expect(mailed().slice(before).toSorted()).toEqual(affected.toSorted());
  expect(await page('terms/versions/4/')).toContain('Withdrawn, never in force');
  expect(await page('terms/versions/4/')).toContain('Reason: Not ready.');
  expect(await page('terms/')).not.toContain('A new version applies');
  expect((await fetch(`${laptop.engines.urls.site}/terms/upcoming/`)).status).toBe(404);
  const { state, amendments } = await archiveFromEnvironment().version(policyId, 4);
  expect(state).toBe('withdrawn');
  const all = { audience: affected.length, accepted: affected.length, excepted: 0 };
  expect(amendments.map(({ kind, totals }) => ({ kind, totals }))).toEqual([
    { kind: 'postponed', totals: all },
    { kind: 'withdrawn', totals: all },
  ]);
});

test('nobody is mailed when the event of the test mail does not come, and the run says what to look at', async () => {
  const before = mailed().length;
  const bring = laptop.engines.ses.events.script.add({ on: 'Send', mishap: { kind: 'drop' } });
  await expect(
    publish(terms('We delete server logs after 200 days of successive storage.')),
  ).rejects.toMatchObject({
    name: ErrorName.PreflightFailed,
    message: expect.stringMatching(/Nobody has been mailed of version 5 [^]*- canary: .*"Send"/),
  });
  bring();
  expect(mailed()).toHaveLength(before);
});

test('every step logs what it did, and no line has an address, a name or a sentence of a policy', () => {
  const lines = log.lines();
  for (const step of ['publish', 'assess', 'post', 'preflight', 'prepare', 'notify', 'report'])
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
