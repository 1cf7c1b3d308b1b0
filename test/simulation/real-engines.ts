import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { directoryOn } from '../../lambda/aws/directory.ts';
import { evidenceOn } from '../../lambda/aws/ledger-evidence.ts';
import { ledgerOn } from '../../lambda/aws/ledger.ts';
import { sendingClient } from '../../lambda/aws/mailer-client.ts';
import { mailerOn } from '../../lambda/aws/mailer.ts';
import { parseAddress } from '../../lambda/core/customer/address.ts';
import { encodeId } from '../../lambda/core/customer/recipient.ts';
import type { Call, CallOutcome, Mail } from '../../lambda/core/outcome/mailer.ts';
import { startDynamoDb } from '../../local/dynamodb/server.ts';
import { createTables } from '../../local/dynamodb/tables.ts';
import { listen } from '../../local/http-server.ts';
import type { SpokenAnswer } from '../fakes/ses-wire.ts';
import { bulkAnswer, sesError, sesResult } from '../fakes/ses-wire.ts';
import { dynamoDbAt } from '../local/clients.ts';
import type { Engines } from './world.ts';

const envelope = {
  sender: { address: 'privacy@notices.tern.example', displayName: 'Tern Mail' },
  configurationSet: 'notices',
};

/** dynalite and an SES of a few lines over HTTP: the real adapters, clients and sockets under the same seeds. */
export async function realEngines() {
  const dynamo = await startDynamoDb();
  const client = dynamoDbAt(dynamo.url);
  let provide: (call: Call) => CallOutcome = () => ({ kind: 'unknown', message: '' });
  const ses = await listen(sesServer((call) => provide(call)));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const sender = sendingClient({ endpoint: ses.url, region: 'eu-central-1', credentials });
  let worlds = 0;
  const forSeed = async (): Promise<Engines> => {
    worlds += 1;
    const [customers, notices] = [`customers-${worlds}`, `notices-${worlds}`];
    await createTables(client, { archive: 'archive', customers, notices });
    return {
      ledger: ledgerOn(client, notices),
      evidence: evidenceOn(client, notices),
      directory: (rows) => filled(client, customers, rows),
      wire: (react) => {
        provide = react;
        return mailerOn(sender, envelope);
      },
    };
  };
  const stop = async (): Promise<void> => {
    client.destroy();
    sender.destroy();
    await Promise.all([dynamo.stop(), ses.stop()]);
  };
  return { forSeed, stop };
}

async function filled(dynamo: DynamoDBClient, table: string, rows: ReadonlyMap<string, unknown>) {
  const client = DynamoDBDocumentClient.from(dynamo);
  for (const row of rows.values())
    await client.send(new PutCommand({ TableName: table, Item: { ...Object(row) } }));
  return directoryOn(dynamo, table);
}

function sesServer(provide: (call: Call) => CallOutcome): Server {
  return createServer((request, response) => {
    void text(request).then((body) => {
      const form = new URLSearchParams(body);
      answer(response, form.get('Action') ?? '', provide(callOf(form)));
    });
  });
}

/** What the provider thinks, on the wire: an unknown outcome is a connection that breaks. */
function answer(response: ServerResponse, action: string, outcome: CallOutcome): void {
  if (outcome.kind === 'unknown') return void response.destroy();
  const { status, body } = wireAnswer(action, outcome);
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
}

function wireAnswer(action: string, outcome: Exclude<CallOutcome, { kind: 'unknown' }>): SpokenAnswer {
  if (outcome.kind === 'refused') return sesError(...wireCode(outcome.code));
  if (action === 'SendBulkTemplatedEmail') return bulkAnswer(outcome.outcomes);
  const [one] = outcome.outcomes;
  return one !== undefined && 'messageId' in one
    ? sesResult(action, `<MessageId>${one.messageId}</MessageId>`)
    : sesError(one?.code ?? 'Failed', 'no');
}

/** Our words for refusals, back in those of SES; a server that cannot be reached cannot be played by a server. */
function wireCode(code: string): [code: string, message: string] {
  if (code === 'MaximumSendingRateExceeded') return ['Throttling', 'Maximum sending rate exceeded.'];
  if (code === 'AccountDailyQuotaExceeded') return ['Throttling', 'Daily message quota exceeded.'];
  if (code === 'ApiRateExceeded' || code === 'Unreachable') return ['Throttling', 'Rate exceeded'];
  return [code, 'no'];
}

function callOf(form: URLSearchParams): Call {
  const mails: Mail[] = [];
  const add = (address: string | null, rid: string | null) => {
    if (address === null || rid === null) return false;
    const id = encodeId(Buffer.from(rid, 'base64url'));
    mails.push({ id, address: parseAddress(address), variables: { name: '', nameHtml: '' } });
    return true;
  };
  const member = (n: number) => `Destinations.member.${n}`;
  for (
    let n = 1;
    add(
      form.get(`${member(n)}.Destination.ToAddresses.member.1`),
      form.get(`${member(n)}.ReplacementTags.member.1.Value`),
    );
    n += 1
  );
  add(form.get('Destination.ToAddresses.member.1'), tagIn(form, 'Tags', 'rid'));
  const tag = (name: string) => tagIn(form, 'DefaultTags', name) ?? tagIn(form, 'Tags', name);
  const heard = tag('heard');
  const tags = { notice: tag('notice') ?? '', batch: tag('batch') ?? '', ...(heard !== null && { heard }) };
  return { template: form.get('Template') ?? '', tags, mails };
}

/** The value of a tag of a list, null when it has none of that name. */
function tagIn(form: URLSearchParams, list: string, name: string): string | null {
  for (let n = 1; form.has(`${list}.member.${n}.Name`); n += 1)
    if (form.get(`${list}.member.${n}.Name`) === name) return form.get(`${list}.member.${n}.Value`);
  return null;
}
