import type { Account } from '../account/account.ts';
import { unverified } from '../account/identities.ts';
import { parseTemplateData, render } from '../account/rendering.ts';
import { templateDoesNotExist } from '../account/templates.ts';
import { invalidParameter } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';
import { element } from '../protocol/xml.ts';
import { accept } from './accept.ts';
import { admitOrThrow } from './admission.ts';
import { readDestination, readEnvelope, unreachable, type Destination } from './envelope.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_SendTemplatedEmail.html */
export function sendTemplated(account: Account, query: Query): string {
  const envelope = readEnvelope(account, query, 'Tags');
  const name = query.required('Template');
  const template = account.templates.get(name);
  if (template === undefined) throw templateDoesNotExist(name);
  const content = render(template, parseTemplateData(query.required('TemplateData')));
  const destination = admittedDestination(account, query);
  const { tags } = envelope;
  const id = accept(account, {
    action: 'SendTemplatedEmail',
    envelope,
    destination,
    tags,
    content,
    template: name,
  });
  return element('MessageId', id);
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html */
export function sendEmail(account: Account, query: Query): string {
  const envelope = readEnvelope(account, query, 'Tags');
  const message = query.requiredStructure('Message');
  const body = message.requiredStructure('Body');
  const content = {
    outcome: 'rendered' as const,
    subject: message.requiredStructure('Subject').required('Data'),
    text: body.structure('Text').text('Data'),
    html: body.structure('Html').text('Data'),
  };
  if (content.text === undefined && content.html === undefined)
    throw invalidParameter('Message body is empty.');
  const destination = admittedDestination(account, query);
  const id = accept(account, { action: 'SendEmail', envelope, destination, tags: envelope.tags, content });
  return element('MessageId', id);
}

function admittedDestination(account: Account, query: Query): Destination {
  const destination = readDestination(query.requiredStructure('Destination'));
  const strangers = unreachable(account, destination.addresses);
  if (strangers.length > 0) throw unverified(strangers, account.place.region);
  admitOrThrow(account, destination.addresses);
  return destination;
}
