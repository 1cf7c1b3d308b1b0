import { randomInt } from 'node:crypto';

import { EventPublisher, type EventListener } from '../events/publisher.ts';
import type { Mailboxes } from '../events/fate.ts';
import { EmlFolder } from '../store/folder.ts';
import { KeptTemplates } from '../store/kept-templates.ts';
import { Mailbox } from '../store/mailbox.ts';
import type { StoredMessage } from '../store/message.ts';
import type { Account } from './account.ts';
import { Identities } from './identities.ts';
import { DailyQuota } from './quota.ts';
import { sendRate } from './rate.ts';
import { seededRandom } from './script.ts';
import { checkSettings, defaultSettings, type SesSettings } from './settings.ts';
import { Statistics } from './statistics.ts';

/** What an account is opened with; everything has a default. */
export interface AccountOptions {
  readonly settings?: Partial<SesSettings>;
  /** Addresses and domains that are verified from the start. */
  readonly identities?: readonly string[];
  /** Configuration sets that exist from the start; each publishes its events. */
  readonly configurationSets?: readonly string[];
  readonly suppressed?: readonly string[];
  /** What the mailbox behind an address does; the simulator and the suppression list come first. */
  readonly mailboxes?: Mailboxes;
  /** Gets the events of messages sent with a configuration set. */
  readonly onEvent?: EventListener;
  /** Called for each accepted message, before the caller has its answer; for counting when nothing is kept. */
  readonly onAccept?: (message: StoredMessage) => void;
  /** Folder for `.eml` files; none are written without it. */
  readonly folder?: string;
  /** Folder that keeps templates for the next process; they are gone with this one without it. */
  readonly templates?: string;
  /** How many messages stay in memory, newest first; 0 = counts only. */
  readonly keep?: number;
  /** Milliseconds since 1970; a test hands in its own. */
  readonly clock?: () => number;
  /** Of the generator behind faults, mishaps and message ids. */
  readonly seed?: number;
  readonly region?: string;
  readonly accountId?: string;
}

const keptByDefault = 20_000;

/** Opens an account in memory, without any HTTP around it. Throws RangeError for a setting that makes no sense. */
export function openAccount(options: AccountOptions): Account {
  const clock = options.clock ?? Date.now;
  const random = seededRandom(options.seed ?? randomInt(2 ** 31));
  const settings = { ...defaultSettings, ...options.settings };
  checkSettings(settings);
  const identities = new Identities();
  for (const name of options.identities ?? []) identities.request(name, true);
  return {
    place: { accountId: options.accountId ?? '123456789012', region: options.region ?? 'us-east-1' },
    settings,
    clock,
    random,
    identities,
    configurationSets: new Map(
      (options.configurationSets ?? []).map((name) => [name, { name, sendingEnabled: true }]),
    ),
    templates: options.templates === undefined ? new Map() : new KeptTemplates(options.templates),
    suppressed: new Set((options.suppressed ?? []).map((address) => address.toLowerCase())),
    rate: sendRate(settings, clock),
    quota: new DailyQuota(clock),
    statistics: new Statistics(clock),
    mailbox: new Mailbox(options.keep ?? keptByDefault),
    folder: options.folder === undefined ? undefined : new EmlFolder(options.folder),
    events: new EventPublisher(options.onEvent, clock, random),
    onAccept: options.onAccept,
    mailboxes: options.mailboxes ?? (() => undefined),
  };
}
