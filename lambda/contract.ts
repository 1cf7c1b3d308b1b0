/** What travels between the states of `PolicyChange`. Types only. */

/** Every step gets `now`, the time its state was entered (ISO 8601 UTC): the same again when it is retried. */
export interface Timed {
  readonly now: string;
  /** The ARN of the run, which finds its lines in the logs; the steps themselves have no use for it. */
  readonly execution?: string;
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
  /** Does a person have to approve it before it is posted? */
  readonly approval: boolean;
};

/**
 * `ask` waits for a person for `seconds` (whole, at least 1; else 0) and looks again; `held` ends the run: a person
 * has rejected the version.
 */
export type ApproveAnswer = VersionRef & {
  readonly action: 'post' | 'ask' | 'held';
  readonly seconds: number;
};

/** `token` is what the run waits for; it is kept beside what the person answers, and goes nowhere else. */
export type AskInput = NoticeInput & {
  readonly question: 'approval' | 'pause';
  readonly token: string;
};

/** What a notice is about: a version (`correction` 0), or the amendment of it that has this number. */
export interface NoticeSubject {
  readonly version: number;
  readonly correction: number;
}
/** What the steps of a notice are given; without `correction` it is that of the version itself. */
export type NoticeInput = VersionInput & { readonly correction?: number | undefined };

/**
 * `post` is asked again until it says `current` or `superseded`; `until` (ISO 8601 UTC) goes with `wait`. `notice` is
 * what is to be sent when `notify` says so: of the version, or the correction of one that was announced.
 */
export type PostAnswer = VersionRef & {
  readonly notify: boolean;
  readonly notice: NoticeSubject;
  readonly effectiveDate: string;
  readonly standing: 'current' | 'superseded' | 'wait';
  readonly until: string;
};

/** `wait` (ISO 8601 UTC in `until`, else empty) for the event of a test mail, or until SES takes one: then asked again. */
export type PreflightAnswer = VersionRef & {
  readonly action: 'ready' | 'wait';
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

/** `until` is given with `wait`, else empty; `slices` with `send`, else empty. `ask`: paused until a person goes on. */
export type PrepareAnswer = VersionRef & {
  readonly action: 'send' | 'wait' | 'ask' | 'settle' | 'done';
  readonly until: string;
  readonly slices: readonly Slice[];
};

export type NotifyInput = NoticeInput & { readonly slice: Slice };
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
