import { SendBulkTemplatedEmailCommand, SendTemplatedEmailCommand } from '@aws-sdk/client-ses';
import type { BulkEmailDestinationStatus, MessageTag, SESClient } from '@aws-sdk/client-ses';
import { env } from '../steps.ts';
import type { Call, CallOutcome, Mail, Mailer } from '../core/outcome/mailer.ts';
import type { Settings } from '../core/settings/settings.ts';
import { required } from './environment.ts';
import { sendingClient } from './mailer-client.ts';
import { classOfFault } from './mailer-faults.ts';
import { readSettings } from './read-settings.ts';

/** From whom, and under which SES configuration set. */
export interface Envelope {
  readonly sender: Settings['sender'];
  readonly configurationSet: string;
}

/** The mailer a step is given. Throws BadSettings when its environment is incomplete. */
export function mailerFromEnvironment(): Mailer {
  const configurationSet = required(env.configurationSet);
  return mailerOn(sendingClient(), { sender: readSettings().sender, configurationSet });
}

/**
 * SES v1. Whatever happens to a call becomes one of the three classes of an outcome; nothing is thrown, because an
 * error that is lost on its way would be a batch that nobody can account for. `client` must be a `sendingClient`.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendBulkTemplatedEmail.html
 */
export function mailerOn(client: SESClient, envelope: Envelope): Mailer {
  const common = {
    Source: sourceOf(envelope.sender),
    ...(envelope.sender.replyTo === undefined ? {} : { ReplyToAddresses: [envelope.sender.replyTo] }),
    ConfigurationSetName: envelope.configurationSet,
  };
  return {
    bulk: (call) =>
      classified(async () => {
        const { Status } = await client.send(
          new SendBulkTemplatedEmailCommand({
            ...common,
            Template: call.template,
            DefaultTemplateData: '{}',
            DefaultTags: tagsOf(call),
            Destinations: call.mails.map(destinationOf),
          }),
        );
        return answered(Status ?? [], call.mails.length);
      }),
    single: (call) =>
      classified(async () => {
        const [mail] = call.mails;
        const { MessageId } = await client.send(
          new SendTemplatedEmailCommand({
            ...common,
            Template: call.template,
            TemplateData: JSON.stringify(mail.variables),
            Tags: [...tagsOf(call), ridTag(mail)],
            Destination: { ToAddresses: [mail.address] },
          }),
        );
        return { kind: 'answered', outcomes: [{ messageId: MessageId ?? '' }] };
      }),
  };
}

async function classified(send: () => Promise<CallOutcome>): Promise<CallOutcome> {
  try {
    return await send();
  } catch (error) {
    return classOfFault(error);
  }
}

/** An answer that does not speak about every mail says nothing certain about any. */
function answered(statuses: readonly BulkEmailDestinationStatus[], mails: number): CallOutcome {
  if (statuses.length !== mails || statuses.some(({ Status }) => Status === undefined)) {
    return { kind: 'unknown', message: `SES answered with ${statuses.length} statuses for ${mails} mails.` };
  }
  const outcomes = statuses.map(({ Status, MessageId }) =>
    Status === 'Success' ? { messageId: MessageId ?? '' } : { code: Status ?? '' },
  );
  return { kind: 'answered', outcomes };
}

function destinationOf(mail: Mail): {
  readonly Destination: { readonly ToAddresses: string[] };
  readonly ReplacementTags: MessageTag[];
  readonly ReplacementTemplateData: string;
} {
  return {
    Destination: { ToAddresses: [mail.address] },
    ReplacementTags: [ridTag(mail)],
    ReplacementTemplateData: JSON.stringify(mail.variables),
  };
}

function tagsOf({ tags }: Call): MessageTag[] {
  return Object.entries(tags).map(([Name, Value]) => ({ Name, Value }));
}

function ridTag({ id }: Mail): MessageTag {
  return { Name: 'rid', Value: id };
}

/** RFC 5322 with the display name quoted, or in RFC 2047 words when it is not ASCII. */
function sourceOf({ address, displayName }: Settings['sender']): string {
  const name = /^[ -~]*$/.test(displayName)
    ? `"${displayName.replaceAll(/["\\]/g, String.raw`\$&`)}"`
    : encodedWords(displayName);
  return `${name} <${address}>`;
}

/** An encoded word has at most 75 characters: 10 letters of four bytes each, in base64, with its frame. */
function encodedWords(text: string): string {
  const letters = Array.from(text);
  const starts = Array.from({ length: Math.ceil(letters.length / 10) }, (_, i) => i * 10);
  const words = starts.map((start) =>
    Buffer.from(letters.slice(start, start + 10).join(''), 'utf8').toString('base64'),
  );
  return words.map((word) => `=?UTF-8?B?${word}?=`).join(' ');
}
