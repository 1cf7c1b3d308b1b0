import type { Archive } from '../lambda/core/archive.ts';
import type { Ledger } from '../lambda/core/ledger/ledger.ts';
import type { SendingSwitch } from '../lambda/core/outcome/mailer.ts';

/** Where a notice is looked up. */
export interface NoticePorts {
  readonly archive: Archive;
  readonly ledger: Ledger;
}

/** Where it is told what to do. */
export type DirectionPorts = NoticePorts & { readonly sending: Pick<SendingSwitch, 'on'> };
