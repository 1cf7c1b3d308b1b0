import type { Audience } from '../customer/audience.ts';
import type { RecipientId } from '../customer/recipient.ts';
import type { ContentHash, PolicyId, Version } from '../ids.ts';

/**
 * A notice is about one version of one policy; everything of it is keyed by this, never by an execution. Absent or 0,
 * `correction` stands for the announcement of the version; else it is the number of the amendment that is told.
 */
export interface NoticeRef {
  readonly policyId: PolicyId;
  readonly version: Version;
  readonly correction?: number | undefined;
}

/**
 * What a notice was fixed to before its first mail: written once, by conditional write, and never changed.
 * Times are ISO 8601 UTC.
 */
export interface Meta extends NoticeRef {
  /** Of the version's source. */
  readonly contentHash: ContentHash;
  /** The SES template of each language; the first language is for every locale that has none of its own. */
  readonly templates: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly audience: Audience;
  readonly cutoff: string;
  readonly caps: { readonly recipients: number };
  /** Scan segments of the directory; a start key is only good for the segmentation it was made in. */
  readonly segments: number;
  /** Affected customers counted before the first mail. */
  readonly expected: number;
  /** 32 random bytes; makes recipient ids opaque. */
  readonly key: Uint8Array;
  /** `off`: no SES events are collected, so an unknown outcome can only be held. */
  readonly feedback: 'required' | 'off';
  /** The version whose announcement is corrected: whoever was mailed it is the audience. Absent: all who are affected. */
  readonly corrects?: Version | undefined;
}

/** `stop` is final. */
export type Run = 'run' | 'pause' | 'stop';
export type Transport = 'bulk' | 'templated';

/** What people and steps want of a run in progress; senders look before every call. */
export interface Control {
  readonly run: Run;
  readonly reason: string;
  /** Who asked: a person's name or a step. */
  readonly by: string;
  readonly transport: Transport;
  /** Recipients a second, a ceiling below the account's own rate; null for none. */
  readonly rateCap: number | null;
  /** Recipients who may be accepted before what became of their mails is looked at; null for all. */
  readonly ceiling: number | null;
  /** The breaker has switched sending off because of it, and no person has let it go on or ended it since. */
  readonly halted: boolean;
}

/** A notice without a control item runs. */
export const initialControl: Control = {
  run: 'run',
  reason: '',
  by: '',
  transport: 'bulk',
  rateCap: null,
  ceiling: null,
  halted: false,
};

/** Where the walk through a segment stands, as far as no batch says it; also the checkpoint of sparse stretches. */
export interface SegmentMark {
  readonly segment: number;
  /** Scan position, '' for the start. */
  readonly mark: string;
  /** The sequence number that the next batch will have. */
  readonly seq: number;
  /** These two as in a batch. */
  readonly since: number;
  readonly openFrom: number;
  /** The walk has reached the end and nothing of it is open. */
  readonly done: boolean;
  /** Epoch milliseconds before which nothing is left to do, 0 for "now". */
  readonly due: number;
}

/**
 * A customer who is not told, found before any batch or told of by an event; `customerId` is a reference, never an
 * address, and null where only the id is known.
 */
export interface ExceptionItem {
  readonly id: RecipientId;
  readonly customerId: string | null;
  readonly kind: ExceptionKind;
  readonly cause: string;
}

/**
 * Why a customer of the audience is not proven told.
 * unreachable: row or address cannot be used; refused: SES said no for good; gone: left before the mail was sent;
 * held: the outcome is unknown; missed: found by the recount alone; stopped: the run was stopped before;
 * bounced, complained, unrendered, suppressed: SES events said so afterwards.
 */
export const exceptionKinds = [
  'unreachable',
  'refused',
  'gone',
  'held',
  'missed',
  'stopped',
  'bounced',
  'complained',
  'unrendered',
  'suppressed',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];
