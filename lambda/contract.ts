/** What travels between the states of `PolicyChange`, and the environment of each step. Constants and types only. */

export const steps = ['publish', 'assess', 'post', 'prepare', 'notify', 'settle', 'report'] as const;
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
} as const;
export type EnvName = (typeof env)[keyof typeof env];

/** The environment each step needs, no more; a test holds the stack against it. */
export const environment = {
  publish: [env.settings, env.archiveTable, env.documentsBucket],
  assess: [env.archiveTable, env.documentsBucket],
  post: [env.settings, env.archiveTable, env.documentsBucket, env.siteBucket],
  prepare: [
    env.settings,
    env.archiveTable,
    env.documentsBucket,
    env.noticesTable,
    env.customersTable,
    env.configurationSet,
  ],
  notify: [env.settings, env.noticesTable, env.customersTable, env.configurationSet],
  settle: [env.noticesTable],
  report: [env.archiveTable, env.documentsBucket, env.noticesTable, env.customersTable],
} as const satisfies Record<Step, readonly EnvName[]>;

/** Every step gets `now`, the time its state was entered (ISO 8601 UTC): the same again when it is retried. */
export interface Timed {
  readonly now: string;
}

/** An S3 object landed under `incoming/`, or a person resumes a version whose run failed. */
export type PublishInput = Timed & {
  readonly execution: string;
} & (
    | {
        readonly object: {
          readonly bucket: string;
          readonly key: string;
          readonly version: string;
          readonly sequencer: string;
        };
      }
    | { readonly resume: VersionRef }
  );

export interface VersionRef {
  readonly policyId: string;
  readonly version: number;
}
export type VersionInput = VersionRef & Timed;

/** `known` ends the execution quietly: the same event again, an older one, or the text that is already there. */
export type PublishAnswer = VersionRef & { readonly outcome: 'recorded' | 'known'; readonly why: string };

export type AssessAnswer = VersionRef & {
  readonly baseline: boolean;
  readonly significance: 'none' | 'minor' | 'review' | 'significant';
};

/** `post` is asked again until it says `current` or `superseded`; `until` (ISO 8601 UTC) goes with `wait`. */
export type PostAnswer = VersionRef & {
  readonly notify: boolean;
  readonly effectiveDate: string;
  readonly standing: 'current' | 'superseded' | 'wait';
  readonly until: string;
};

/** The share of a round that one sender walks. */
export interface Slice {
  readonly sender: number;
  readonly segments: readonly number[];
  /** Recipients a second, for this sender alone. */
  readonly rate: number;
  readonly callSize: number;
  /** Recipients it may still send to in this round (daily quota). */
  readonly budget: number;
  /** Milliseconds to wait at the start, so that senders do not fire together. */
  readonly stagger: number;
}

/** `until` is given with `wait`, else empty; `slices` with `send`, else empty. */
export type PrepareAnswer = VersionRef & {
  readonly action: 'send' | 'wait' | 'settle' | 'done';
  readonly until: string;
  readonly slices: readonly Slice[];
};

export type NotifyInput = VersionInput & { readonly slice: Slice };
export type NotifyAnswer = VersionRef & {
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
};

export type ReportAnswer = VersionRef & {
  readonly audience: number;
  readonly accepted: number;
  readonly excepted: number;
};
