import type { Address } from '../customer/address.ts';
import type { RecipientId } from '../customer/recipient.ts';
import type { NoticeVariables } from '../notice/model.ts';

/** One e-mail of a call. */
export interface Mail {
  readonly id: RecipientId;
  readonly address: Address;
  readonly variables: NoticeVariables;
}

/** The tags by which SES events are led back to a recipient; values of `[A-Za-z0-9_-]` only. */
export interface MailTags {
  readonly notice: string;
  readonly batch: string;
  /** How many mails each of these stands for, where events are counted; absent: they are not. */
  readonly heard?: string;
}

/** The same template for up to 50 recipients, each with an e-mail of their own. */
export interface Call {
  readonly template: string;
  readonly tags: MailTags;
  readonly mails: readonly Mail[];
}

/**
 * The three classes of an outcome. `answered`: SES spoke about every mail, in order. `refused`: the whole call was
 * certainly not accepted. `unknown`: it may or may not have been; never send it again.
 */
export type CallOutcome =
  | {
      readonly kind: 'answered';
      readonly outcomes: readonly ({ readonly messageId: string } | { readonly code: string })[];
    }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** Hands mails to the provider, each at most once: an implementation must never repeat a request by itself. */
export interface Mailer {
  /** One call for all mails, at most 50. */
  bulk(call: Call): Promise<CallOutcome>;
  /** One call for one mail. */
  single(call: Call & { readonly mails: readonly [Mail] }): Promise<CallOutcome>;
}

/** A template as it is stored with the provider: plain `{{variables}}` only, at most 500 KB, never changed. */
export interface Template {
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The provider's store of templates. */
export interface TemplateStore {
  /** Stores it unless one of that name is there; throws AlreadyClaimed when that one has another content, BadInput when it is refused. */
  create(template: Template): Promise<void>;
  /** The whole message as it would be sent. Throws BadInput when it cannot be rendered with these variables. */
  render(name: string, variables: NoticeVariables): Promise<string>;
}

/** What the account may send: recipients in any 24 hours (null: unlimited), recipients a second, and the last 24 hours. */
export interface SendQuota {
  readonly perDay: number | null;
  readonly perSecond: number;
  readonly sentLastDay: number;
}

/** Where the account's quota is read: by `prepare` alone, because SES allows one such call a second. */
export interface Quota {
  read(): Promise<SendQuota>;
}

/**
 * Whether anything may be sent at all, whatever the ledger says: `feedback` switches it off, and a person on; `feedback`
 * too where it has switched off because of a notice that a person stopped meanwhile.
 */
export interface SendingSwitch {
  off(): Promise<void>;
  on(): Promise<void>;
}
