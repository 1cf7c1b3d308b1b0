import PostalMime, { type Address as MimeAddress, type Email } from 'postal-mime';

import type { Account } from '../account/account.ts';
import { unverified } from '../account/identities.ts';
import { parseTagHeader, readTags } from '../account/tags.ts';
import { invalidParameter } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';
import { element } from '../protocol/xml.ts';
import { accept } from './accept.ts';
import { admitOrThrow } from './admission.ts';
import {
  checkRecipients,
  checkSender,
  checkSending,
  unreachable,
  type Destination,
  type Envelope,
} from './envelope.ts';

/** "The maximum message size is 10 MB" in version 1 of the API: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const largestMessage = 10 * 1024 * 1024;

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html */
export async function sendRaw(account: Account, query: Query): Promise<string> {
  const raw = Buffer.from(query.requiredStructure('RawMessage').required('Data'), 'base64');
  if (raw.length === 0) throw invalidParameter('Empty message.');
  if (raw.length > largestMessage)
    throw invalidParameter(`Message length is more than ${largestMessage} bytes long.`);
  const email = await PostalMime.parse(raw);
  const envelope = envelopeOf(account, query, email);
  const destination = destinationOf(query, email);
  const strangers = unreachable(account, destination.addresses);
  if (strangers.length > 0) throw unverified(strangers, account.place.region);
  admitOrThrow(account, destination.addresses);
  const content = {
    outcome: 'rendered' as const,
    subject: email.subject ?? '',
    text: email.text,
    html: email.html,
  };
  const id = accept(account, {
    action: 'SendRawEmail',
    envelope,
    destination,
    tags: envelope.tags,
    content,
    raw,
  });
  return element('MessageId', id);
}

function header(email: Email, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value;
}

/** The parameter of the call wins over the header of the same meaning, and all senders named have to be verified. */
function envelopeOf(account: Account, query: Query, email: Email): Envelope {
  const from = mailboxes(email.from === undefined ? [] : [email.from])[0] ?? query.text('Source');
  if (from === undefined) throw invalidParameter("Missing required header 'From'.");
  const configurationSet = query.text('ConfigurationSetName') ?? header(email, 'x-ses-configuration-set');
  const headerTags = parseTagHeader(header(email, 'x-ses-message-tags') ?? '');
  checkSending(account, configurationSet);
  checkSender(account, [...new Set([from, query.text('Source') ?? from])]);
  return {
    from: header(email, 'from') ?? from,
    replyTo: mailboxes(email.replyTo ?? []),
    returnPath: header(email, 'return-path'),
    configurationSet,
    tags: { ...headerTags, ...readTags(query, 'Tags') },
  };
}

/** With `Destinations` only those are mailed, whoever else the headers name. */
function destinationOf(query: Query, email: Email): Destination {
  const named = query.list('Destinations');
  const [to, cc, bcc] = [mailboxes(email.to ?? []), mailboxes(email.cc ?? []), mailboxes(email.bcc ?? [])];
  const addresses = checkRecipients(named.length > 0 ? named : [...to, ...cc, ...bcc]);
  if (named.length === 0) return { to, cc, bcc, addresses };
  const isNamed = (address: string): boolean => named.includes(address);
  const hidden = named.filter((address) => !to.includes(address) && !cc.includes(address));
  return { to: to.filter(isNamed), cc: cc.filter(isNamed), bcc: hidden, addresses };
}

function mailboxes(list: readonly MimeAddress[]): readonly string[] {
  return list.flatMap((entry) =>
    entry.group === undefined ? [entry.address] : entry.group.map((one) => one.address),
  );
}
