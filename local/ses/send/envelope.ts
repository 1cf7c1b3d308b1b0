import type { Account } from '../account/account.ts';
import { parseAddress, simulation, type Address } from '../account/addresses.ts';
import { unverified } from '../account/identities.ts';
import { readTags, type Tags } from '../account/tags.ts';
import { invalidParameter, SesError } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';

/** Who sends, and under which configuration. */
export interface Envelope {
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly returnPath: string | undefined;
  readonly configurationSet: string | undefined;
  readonly tags: Tags;
}

/** "The message may not include more than 50 recipients, across To, CC and BCC" (API_SendEmail). */
export const mostRecipients = 50;

/**
 * Reads what every sending action but the raw one has in common, and refuses what SES refuses:
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendBulkTemplatedEmail.html#API_SendBulkTemplatedEmail_Errors
 */
export function readEnvelope(account: Account, query: Query, tagList: string): Envelope {
  const from = query.required('Source');
  const replyTo = query.list('ReplyToAddresses');
  const returnPath = query.text('ReturnPath');
  const configurationSet = query.text('ConfigurationSetName');
  const tags = readTags(query, tagList);
  for (const address of replyTo) parseAddress(address);
  checkSending(account, configurationSet);
  checkSender(account, [from, ...(returnPath === undefined ? [] : [returnPath])]);
  return { from, replyTo, returnPath, configurationSet, tags };
}

/** Paused account, unknown or paused configuration set. */
export function checkSending(account: Account, configurationSet: string | undefined): void {
  if (!account.settings.sendingEnabled) {
    throw new SesError('AccountSendingPausedException', 'Email sending is disabled for this account.');
  }
  if (configurationSet === undefined) return;
  const fields = { ConfigurationSetName: configurationSet };
  const found = account.configurationSets.get(configurationSet);
  if (found === undefined) {
    throw new SesError(
      'ConfigurationSetDoesNotExist',
      `Configuration set <${configurationSet}> does not exist.`,
      fields,
    );
  }
  if (!found.sendingEnabled) {
    const message = `Email sending is disabled for configuration set <${configurationSet}>.`;
    throw new SesError('ConfigurationSetSendingPausedException', message, fields);
  }
}

/** From and Return-Path have to be verified, in the sandbox and out of it. */
export function checkSender(account: Account, senders: readonly string[]): void {
  const failing = senders.map(parseAddress).filter((address) => !account.identities.verifies(address));
  if (failing.length > 0) throw unverified(failing, account.place.region);
}

/** The recipients of one message, as written and as parsed. */
export interface Destination {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly addresses: readonly Address[];
}

/**
 * "If a recipient email address is invalid … the entire message is rejected, even if the message contains other
 * recipients that are valid" (API_SendEmail). Throws InvalidParameterValue.
 */
export function readDestination(query: Query): Destination {
  const to = query.list('ToAddresses');
  const cc = query.list('CcAddresses');
  const bcc = query.list('BccAddresses');
  return { to, cc, bcc, addresses: checkRecipients([...to, ...cc, ...bcc]) };
}

/** At least one recipient, at most fifty, each well formed. */
export function checkRecipients(recipients: readonly string[]): readonly Address[] {
  if (recipients.length === 0) throw invalidParameter('At least one recipient is required.');
  if (recipients.length > mostRecipients)
    throw invalidParameter(`Recipient count exceeds ${mostRecipients}.`);
  return recipients.map(parseAddress);
}

/** In the sandbox, the recipients that are neither verified nor the simulator's; else none. */
export function unreachable(account: Account, addresses: readonly Address[]): readonly Address[] {
  if (!account.settings.sandbox) return [];
  return addresses.filter(
    (address) => simulation(address.mailbox) === undefined && !account.identities.verifies(address),
  );
}
