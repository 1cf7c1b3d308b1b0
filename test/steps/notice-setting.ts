import type { PrepareAnswer, ReportAnswer, Slice } from '../../lambda/contract.ts';
import type { Assessment } from '../../lambda/core/assessment.ts';
import { storeAssessment } from '../../lambda/core/assessment-file.ts';
import type { VersionRecord } from '../../lambda/core/archive.ts';
import { addDays, parseLocalDate } from '../../lambda/core/calendar/local-date.ts';
import type { Finding } from '../../lambda/core/classify/model.ts';
import type { Decision } from '../../lambda/core/decision.ts';
import { sourceOf } from '../../lambda/core/document/source.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import type { Evidence, Ledger } from '../../lambda/core/ledger/ledger.ts';
import type { Directory } from '../../lambda/core/customer/directory.ts';
import type { Mailer, SendQuota } from '../../lambda/core/outcome/mailer.ts';
import type { SettingsInput } from '../../lambda/core/settings/settings.ts';
import { parseSettings } from '../../lambda/core/settings/parse.ts';
import { notify } from '../../lambda/notify/notify.ts';
import { prepare } from '../../lambda/prepare/prepare.ts';
import { report } from '../../lambda/report/report.ts';
import { settle } from '../../lambda/settle/settle.ts';
import { memoryChronicle } from '../fakes/memory-chronicle.ts';
import { memoryArchive } from '../fakes/memory-archive.ts';
import { memoryDirectory } from '../fakes/memory-directory.ts';
import { memoryDocuments } from '../fakes/memory-documents.ts';
import { memoryLedger } from '../fakes/memory-ledger.ts';
import { memoryMailer, memoryQuota, memoryTemplates } from '../fakes/memory-mailer.ts';
import { memoryPreflights } from '../fakes/memory-preflights.ts';
import { VirtualClock } from '../fakes/virtual-clock.ts';

export const policyId = parsePolicyId('terms');
export const decidedOn = parseLocalDate('2026-01-05');

const noticeSettings: SettingsInput = {
  company: {
    name: 'Tern Mail',
    legalName: 'Tern Mail Ltd',
    postalAddress: ['1 Quay Street', 'Port Ellery PE1 1AA'],
    website: 'https://tern.example',
    contact: 'privacy@tern.example',
  },
  sender: { address: 'privacy@notices.tern.example', displayName: 'Tern Mail' },
  site: { url: 'https://policies.tern.example' },
  policies: { terms: { name: { en: 'Terms of Service', de: 'Nutzungsbedingungen' } } },
};

/** A row of the customers table; affected unless the changes say otherwise. */
export function customerRow(n: number, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    customerId: `c-${n}`,
    email: `customer${n}@mail.example`,
    name: `Customer ${n}`,
    locale: n % 4 === 0 ? 'de-AT' : 'en-GB',
    region: 'EU',
    products: ['mail'],
    createdAt: '2020-05-31T12:00:00Z',
    status: 'active',
    ...changes,
  };
}

export function customerRows(count: number) {
  return Array.from({ length: count }, (_, i) => customerRow(i + 1));
}

/** The decision on a significant version, 30 days ahead. */
export function decisionOn(version: number, changes: Partial<Decision> = {}): Decision {
  return {
    policyId,
    version,
    decidedOn,
    timeZone: 'UTC',
    significance: 'significant',
    effectiveDate: addDays(decidedOn, 31),
    previousEffectiveDate: parseLocalDate('2017-01-03'),
    requestedDate: null,
    notify: true,
    postAs: 'upcoming',
    periods: [
      { rule: 'own promise', period: 'P30D', earliest: addDays(decidedOn, 31), citation: 'settings' },
    ],
    words: ['30 days of notice.'],
    warnings: [],
    ...changes,
  };
}

const finding: Finding = {
  id: 'f1',
  rule: 'retention-longer',
  significance: 'significant',
  direction: 'adverse',
  reason: 'Logs are kept for longer.',
  citations: [],
  section: ['Logs'],
  sectionBefore: null,
  old: { text: 'We keep logs for 30 days.', start: 0, end: 25 },
  new: { text: 'We keep logs for 90 days.', start: 0, end: 25 },
  summary: 'Logs are kept for 90 days instead of 30 days.',
  terms: [],
  transformations: [],
  confidence: 0.9,
  affects: [],
  steps: [],
};

/** The assessment of a significant version after the first. */
export function assessmentOf(version: number): Assessment {
  return {
    policyId,
    version,
    title: 'Terms of Service',
    language: 'en',
    baseline: false,
    previous: version - 1,
    lastTold: version - 1,
    significance: 'significant',
    changes: {
      engine: 'test',
      significance: 'significant',
      confidence: 0.9,
      findings: [finding],
      forbidden: [],
      degraded: false,
    },
    sinceTold: null,
  };
}

/** A posted significant version. */
export function recordOf(version: number, changes: Partial<VersionRecord> = {}): VersionRecord {
  return {
    policyId,
    version,
    state: 'upcoming',
    hash: sourceOf(`text ${version}`, 'md').hash,
    format: 'md',
    source: `versions/terms/${version}/source.md`,
    publishedAt: '2026-01-05T09:00:00.000Z',
    event: {
      bucket: 'documents',
      key: 'incoming/terms.md',
      objectVersion: 'v',
      sequencer: '01',
      execution: 'run-1',
    },
    significance: 'significant',
    decision: decisionOn(version),
    announcedAt: null,
    totals: null,
    amendments: [],
    ...changes,
  };
}

/** Ports that a setting may be given instead of its own. */
export interface Instead {
  readonly ledger?: Ledger;
  readonly evidence?: Evidence;
  readonly directory?: Directory;
  readonly mailer?: Mailer;
}

export const fastQuota: SendQuota = { perDay: null, perSecond: 100, sentLastDay: 0 };

/** The settings of a small company that writes in two languages. */
export function noticeSettingsFor(sending: NonNullable<SettingsInput['sending']> = {}) {
  return parseSettings({
    ...noticeSettings,
    languages: ['en', 'de'],
    sending: { segments: 3, feedback: 'off', ...sending },
  });
}

/** Version 2 of a policy, posted and to be announced, with customers, a provider and the steps as verbs. */
export async function noticeSetting(
  rows: Iterable<{ readonly customerId: string }>,
  sending: NonNullable<SettingsInput['sending']> = {},
  instead: Instead = {},
) {
  const memory = memoryLedger();
  const directory = memoryDirectory(rows);
  const mailer = memoryMailer();
  const clock = new VirtualClock();
  const documents = memoryDocuments();
  const archive = memoryArchive([recordOf(1, { state: 'current', announcedAt: null }), recordOf(2)]);
  await storeAssessment(documents, assessmentOf(2));
  const quota = memoryQuota(fastQuota);
  const templates = memoryTemplates();
  const settings = parseSettings({
    ...noticeSettings,
    languages: ['en', 'de'],
    sending: { segments: 3, feedback: 'off', ...sending },
  });
  const ports = {
    archive,
    documents,
    directory: instead.directory ?? directory,
    ledger: instead.ledger ?? memory,
    evidence: instead.evidence ?? memory.evidence,
    chronicle: memoryChronicle(),
    mailer: instead.mailer ?? mailer,
    clock,
    quota,
    preflights: memoryPreflights(),
    templates,
    settings,
    randomKey: () => new Uint8Array(32).fill(7),
  };
  let invocations = 0;

  const input = (version: number) => ({ policyId, version, now: clock.iso() });
  const plan = (version = 2): Promise<PrepareAnswer> => clock.run(prepare(ports, input(version)));
  const send = (slice: Slice, version = 2, remaining = 900_000) => {
    invocations += 1;
    return notify(ports, { ...input(version), slice }, { owner: `invocation-${invocations}`, remaining });
  };
  const sendAll = (slices: readonly Slice[], version = 2) =>
    clock.run(Promise.all(slices.map((slice) => send(slice, version))));
  /** The state machine from prepare to done: rounds, waits and settling. Returns the actions it went through. */
  const run = async (version = 2): Promise<string[]> => {
    const actions: string[] = [];
    for (;;) {
      if (actions.length > 500) throw new Error(`No end after ${actions.slice(-5).join(', ')}.`);
      const { action, until, slices } = await plan(version);
      actions.push(action);
      if (action === 'done') return actions;
      if (action === 'send') await sendAll(slices, version);
      if (action === 'wait') await clock.run(clock.sleep(Date.parse(until) - clock.now()));
      if (action === 'settle') await settle(ports, input(version));
    }
  };
  const total = (version = 2): Promise<ReportAnswer> => clock.run(report(ports, input(version)));
  const reportFile = async () =>
    JSON.parse(new TextDecoder().decode(await documents.read('versions/terms/00000002/report.json')));
  return {
    ...ports,
    rows: directory.rows,
    provider: mailer,
    ports,
    plan,
    send,
    sendAll,
    run,
    total,
    reportFile,
  };
}
