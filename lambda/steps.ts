/** The steps: what each is given in its environment, and what it counts. Constants and types only. */

/** The steps that a run goes through. */
export const runSteps = [
  'publish',
  'assess',
  'approve',
  'ask',
  'post',
  'preflight',
  'prepare',
  'notify',
  'settle',
  'report',
] as const;
export type RunStep = (typeof runSteps)[number];

/** All of them; `feedback` is started by events of SES, run or no run. */
export const steps = [...runSteps, 'feedback'] as const;
export type Step = (typeof steps)[number];

/** Names of environment variables, set by the construct that owns the thing and read by the step's index.ts. */
export const env = {
  settings: 'SETTINGS',
  archiveTable: 'ARCHIVE_TABLE',
  documentsBucket: 'DOCUMENTS_BUCKET',
  siteBucket: 'SITE_BUCKET',
  customersTable: 'CUSTOMERS_TABLE',
  noticesTable: 'NOTICES_TABLE',
  configurationSet: 'CONFIGURATION_SET',
  /** `GOVERNANCE 2557`: the mode of S3 Object Lock, and days. */
  recordLock: 'RECORD_LOCK',
} as const;
export type EnvName = (typeof env)[keyof typeof env];

/** The environment each step needs, no more; a test holds the stack against it. */
export const environment = {
  publish: [env.settings, env.archiveTable, env.documentsBucket, env.recordLock],
  assess: [env.settings, env.archiveTable, env.documentsBucket, env.recordLock],
  approve: [env.settings, env.archiveTable],
  ask: [env.archiveTable, env.noticesTable],
  post: [env.settings, env.archiveTable, env.documentsBucket, env.recordLock, env.siteBucket],
  preflight: [env.settings, env.archiveTable, env.noticesTable, env.configurationSet],
  prepare: [
    env.settings,
    env.archiveTable,
    env.documentsBucket,
    env.recordLock,
    env.noticesTable,
    env.customersTable,
    env.configurationSet,
  ],
  notify: [env.settings, env.noticesTable, env.customersTable, env.configurationSet],
  settle: [env.noticesTable, env.documentsBucket],
  report: [env.archiveTable, env.documentsBucket, env.recordLock, env.noticesTable, env.customersTable],
  feedback: [env.noticesTable, env.configurationSet],
} as const satisfies Record<Step, readonly EnvName[]>;

/**
 * What the steps count for CloudWatch: numbers in an answer (or that a field says something: `action=wait`), and
 * failures by the name of the error. Each under the dimension `service`, which is the name of the stack, so that two
 * stacks of an account are told apart.
 */
export const metrics = {
  namespace: 'PolicyNotice',
  dimension: 'service',
  ofAnswer: {
    publish: {},
    assess: {},
    approve: { 'action=ask': 'ApprovalsAwaited' },
    ask: {},
    post: {},
    preflight: { 'action=wait': 'RoundsWaited' },
    prepare: { 'action=wait': 'RoundsWaited', 'action=ask': 'RoundsWaited' },
    notify: { accepted: 'MailsAccepted', unknown: 'MailsUnknown' },
    settle: {},
    report: { accepted: 'CustomersTold', excepted: 'CustomersNotTold' },
    feedback: { undelivered: 'MailsUndelivered', tripped: 'NoticesHalted' },
  },
  ofFailure: { TotalsDoNotAddUp: 'TotalsDoNotAddUp', ToldTooLate: 'ToldTooLate' },
} as const satisfies {
  readonly ofAnswer: Readonly<Record<Step, Readonly<Record<string, string>>>>;
  readonly [other: string]: unknown;
};
