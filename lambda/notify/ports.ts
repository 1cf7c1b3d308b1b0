import type { Slice } from '../contract.ts';
import type { Directory } from '../core/customer/directory.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import type { Meta } from '../core/ledger/meta.ts';
import type { Mailer } from '../core/outcome/mailer.ts';
import type { Clock } from '../core/pacing/clock.ts';

/** What a sender needs of the outside world. */
export interface NotifyPorts {
  readonly ledger: Ledger;
  readonly directory: Directory;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

/** One run of the Lambda. `owner` is unique to it; `remaining` milliseconds from its start are left. */
export interface Invocation {
  readonly owner: string;
  readonly remaining: number;
}

/** What stays the same for everything one sender does. */
export interface Assignment extends NotifyPorts {
  readonly meta: Meta;
  readonly slice: Slice;
  readonly owner: string;
}
