import type { Account } from '../account/account.ts';
import { parseTemplateData, render } from '../account/rendering.ts';
import { readTags, type Tags } from '../account/tags.ts';
import { templateDoesNotExist, type Template } from '../account/templates.ts';
import { unverified } from '../account/identities.ts';
import { invalidParameter, throttled } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';
import { element, members } from '../protocol/xml.ts';
import { accept } from './accept.ts';
import { admitEach, type Refusal } from './admission.ts';
import {
  mostRecipients,
  readDestination,
  readEnvelope,
  unreachable,
  type Destination,
  type Envelope,
} from './envelope.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_BulkEmailDestinationStatus.html */
export const bulkStatuses = [
  'Success',
  'MessageRejected',
  'MailFromDomainNotVerified',
  'ConfigurationSetDoesNotExist',
  'TemplateDoesNotExist',
  'AccountSuspended',
  'AccountThrottled',
  'AccountDailyQuotaExceeded',
  'InvalidSendingPoolName',
  'AccountSendingPaused',
  'ConfigurationSetSendingPaused',
  'InvalidParameterValue',
  'TransientFailure',
  'Failed',
] as const;
export type BulkStatus = (typeof bulkStatuses)[number];

/** A destination the fault script refuses, by its place in the call (from 0). */
export type ScriptedRefusals = ReadonlyMap<number, { readonly status: BulkStatus; readonly error: string }>;

/** Why a destination does not go, in the two fields of its status. */
interface Refused {
  readonly status: BulkStatus;
  readonly error: string;
}

interface Entry {
  readonly destination: Destination;
  readonly tags: Tags;
  readonly data: string;
  /** Refused before rate and quota are asked: by the script, or by the sandbox. */
  readonly refused: Refused | undefined;
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_SendBulkTemplatedEmail.html; answers the result element. */
export function sendBulk(account: Account, query: Query, scripted: ScriptedRefusals): string {
  const envelope = readEnvelope(account, query, 'DefaultTags');
  const template = templateOf(account, query);
  const defaults = parseTemplateData(query.required('DefaultTemplateData'));
  const entries = readEntries(account, query, scripted);
  const open = entries.filter((entry) => entry.refused === undefined);
  const verdicts = admitEach(
    account,
    open.map((entry) => entry.destination.addresses),
  );
  const throttledEntries = new Map(open.map((entry, index) => [entry, refusedByLimits(verdicts[index])]));
  const answers = entries.map((entry) => {
    const refused = entry.refused ?? throttledEntries.get(entry);
    if (refused !== undefined) return element('Status', refused.status) + element('Error', refused.error);
    return (
      element('Status', 'Success') +
      element('MessageId', acceptEntry(account, envelope, template, defaults, entry))
    );
  });
  return members('Status', answers);
}

function templateOf(account: Account, query: Query): Template {
  const name = query.required('Template');
  const template = account.templates.get(name);
  if (template === undefined) throw templateDoesNotExist(name);
  return template;
}

/** One malformed address fails the whole call, as does a fifty-first recipient or a bad tag. */
function readEntries(account: Account, query: Query, scripted: ScriptedRefusals): readonly Entry[] {
  const destinations = query.structures('Destinations');
  if (destinations.length === 0) throw invalidParameter('Destinations must not be empty.');
  if (destinations.length > mostRecipients)
    throw invalidParameter(`Recipient count exceeds ${mostRecipients}.`);
  const entries = destinations.map((one, place): Entry => {
    const destination = readDestination(one.requiredStructure('Destination'));
    const tags = readTags(one, 'ReplacementTags');
    const data = one.text('ReplacementTemplateData') ?? '{}';
    return {
      destination,
      tags,
      data,
      refused: scripted.get(place) ?? refusedBySandbox(account, destination),
    };
  });
  const recipients = entries.reduce((sum, entry) => sum + entry.destination.addresses.length, 0);
  if (recipients > mostRecipients) throw invalidParameter(`Recipient count exceeds ${mostRecipients}.`);
  return entries;
}

function refusedBySandbox(account: Account, destination: Destination): Refused | undefined {
  const strangers = unreachable(account, destination.addresses);
  if (strangers.length === 0) return undefined;
  return { status: 'MessageRejected', error: unverified(strangers, account.place.region).message };
}

function refusedByLimits(refusal: Refusal | undefined): Refused | undefined {
  if (refusal === undefined) return undefined;
  const status = refusal === 'rate' ? 'AccountThrottled' : 'AccountDailyQuotaExceeded';
  return { status, error: throttled(refusal).message };
}

type Variables = ReturnType<typeof parseTemplateData>;

/** "Replacement values … as a default or fallback option when no other data is available": merged key by key. */
function acceptEntry(
  account: Account,
  envelope: Envelope,
  template: Template,
  defaults: Variables,
  entry: Entry,
): string {
  const own = parseTemplateData(entry.data);
  const variables = defaults === undefined || own === undefined ? undefined : { ...defaults, ...own };
  return accept(account, {
    action: 'SendBulkTemplatedEmail',
    envelope,
    destination: entry.destination,
    tags: { ...envelope.tags, ...entry.tags },
    content: render(template, variables),
    template: template.name,
  });
}
