import {
  SESClient,
  SendBulkTemplatedEmailCommand,
  CreateTemplateCommand,
  type BulkEmailDestination,
  type SendBulkTemplatedEmailRequest,
} from '@aws-sdk/client-ses';

import { startSesServer, type SesServer, type SesServerOptions } from '../../../local/ses/server.ts';

export const sender = 'Nimbus Hosting <notices@nimbus.example>';

/** Closed after each test whatever became of it: a server left open keeps the whole run waiting. */
const opened = new Set<Bench>();
afterEach(async () => {
  for (const bench of opened) await bench.close();
});

/** A server with a verified domain and a configuration set, a real client for it, and one clock for both to wind. */
export interface Bench {
  readonly server: SesServer;
  readonly client: SESClient;
  readonly clock: { now: number };
  close(): Promise<void>;
}

export async function open(options: SesServerOptions = {}): Promise<Bench> {
  const clock = { now: Date.parse('2026-12-01T09:00:00Z') };
  const server = await startSesServer({
    identities: ['nimbus.example'],
    configurationSets: ['notices'],
    clock: () => clock.now,
    seed: 7,
    ...options,
  });
  const client = clientOf(server);
  const bench: Bench = {
    server,
    client,
    clock,
    close: async () => {
      if (!opened.delete(bench)) return;
      client.destroy();
      await server.stop();
    },
  };
  opened.add(bench);
  return bench;
}

/** As the sender of this project configures it: one attempt, and a timeout that is an error. */
export function clientOf(server: SesServer, requestTimeout = 20_000): SESClient {
  return new SESClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: { requestTimeout, throwOnRequestTimeout: true },
  });
}

/** A template with one variable for subject and text and its twin for HTML. */
export async function createNotice(client: SESClient, name = 'notice'): Promise<void> {
  await client.send(
    new CreateTemplateCommand({
      Template: {
        TemplateName: name,
        SubjectPart: 'For {{name}}',
        TextPart: 'Dear {{name}}, our policy changes.',
        HtmlPart: '<p>Dear {{nameHtml}}, our policy changes.</p>',
      },
    }),
  );
}

export function to(address: string, name = 'Ada'): BulkEmailDestination {
  return {
    Destination: { ToAddresses: [address] },
    ReplacementTemplateData: JSON.stringify({ name, nameHtml: name }),
    ReplacementTags: [{ Name: 'rid', Value: address.replace(/[^A-Za-z0-9_-]/g, '-') }],
  };
}

export function bulk(
  destinations: readonly BulkEmailDestination[],
  more: Partial<SendBulkTemplatedEmailRequest> = {},
): SendBulkTemplatedEmailCommand {
  return new SendBulkTemplatedEmailCommand({
    Source: sender,
    Template: 'notice',
    ConfigurationSetName: 'notices',
    DefaultTags: [{ Name: 'policy', Value: 'privacy-policy' }],
    DefaultTemplateData: '{}',
    Destinations: [...destinations],
    ...more,
  });
}

/** `count` customers at example.com. */
export function crowd(count: number, from = 0): BulkEmailDestination[] {
  return Array.from({ length: count }, (_, index) => to(`customer${from + index}@example.com`));
}

/** Name and message of what a promise was rejected with. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<{ name: string; message: string; status?: number }> {
  return promise.then(
    () => ({ name: 'nothing', message: 'was accepted' }),
    (error: { name: string; message: string; $metadata?: { httpStatusCode?: number } }) => ({
      name: error.name,
      message: error.message,
      ...(error.$metadata?.httpStatusCode === undefined ? {} : { status: error.$metadata.httpStatusCode }),
    }),
  );
}
