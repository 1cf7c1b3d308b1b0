import type { Place } from '../events/compose.ts';
import type { Mailboxes } from '../events/fate.ts';
import type { EventPublisher } from '../events/publisher.ts';
import type { EmlFolder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { StoredMessage } from '../store/message.ts';
import type { Identities } from './identities.ts';
import type { DailyQuota } from './quota.ts';
import type { TokenBucket } from './rate.ts';
import type { SesSettings } from './settings.ts';
import type { Statistics } from './statistics.ts';
import type { Template } from './templates.ts';

export interface ConfigurationSet {
  readonly name: string;
  /** False = paused (UpdateConfigurationSetSendingEnabled). */
  sendingEnabled: boolean;
}

/** One SES account in one Region: everything the actions read and change. */
export interface Account {
  readonly place: Place;
  readonly settings: SesSettings;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: () => number;
  readonly identities: Identities;
  readonly configurationSets: Map<string, ConfigurationSet>;
  readonly templates: Map<string, Template>;
  /** The suppression list of the account, lower-case addresses. */
  readonly suppressed: Set<string>;
  readonly rate: TokenBucket;
  readonly quota: DailyQuota;
  readonly statistics: Statistics;
  readonly mailbox: Mailbox;
  readonly folder: EmlFolder | undefined;
  readonly events: EventPublisher;
  readonly onAccept: ((message: StoredMessage) => void) | undefined;
  mailboxes: Mailboxes;
}
