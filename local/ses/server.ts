import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Account } from './account/account.ts';
import { openAccount, type AccountOptions } from './account/open.ts';
import type { DailyQuota } from './account/quota.ts';
import type { SesSettings } from './account/settings.ts';
import { SesApi } from './api.ts';
import type { Mailboxes } from './events/fate.ts';
import type { EventPublisher } from './events/publisher.ts';
import type { FaultScript } from './faults.ts';
import { serveApi, write } from './http.ts';
import { serveInbox } from './inbox/serve.ts';
import type { AcceptedCounts } from './store/mailbox.ts';
import type { StoredMessage } from './store/message.ts';

export interface SesServerOptions extends AccountOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The name over the inbox page. */
  readonly title?: string;
}

/** A running SES; the endpoint for the SDK and the inbox for a person share one address. */
export interface SesServer {
  /** `http://127.0.0.1:<port>`, the `endpoint` of an SESClient. */
  readonly url: string;
  readonly inboxUrl: string;
  /** Limits and switches of the account; change them while it runs. */
  readonly settings: SesSettings;
  /** What goes wrong, and when; change it while it runs. */
  readonly faults: FaultScript;
  /** What is on its way to the event listener, what befalls it (`events.script`), and delivery on demand. */
  readonly events: EventPublisher;
  /** The rolling 24 hours: how much is used, and mail that others in the account send. */
  readonly quota: DailyQuota;
  /** Calls seen, by action, whatever became of them. */
  readonly calls: SesApi['calls'];
  /** Whole calls refused, by error code. */
  readonly refusals: SesApi['refusals'];
  /** The accepted messages that are kept, oldest first. */
  messages(): readonly StoredMessage[];
  /** Everything accepted since the start, kept or not. */
  accepted(): AcceptedCounts;
  /** Empties the inbox and its counts; quota, templates and files stay. */
  clearInbox(): void;
  /** Puts an address on the suppression list of the account. */
  suppress(address: string): void;
  /** Verifies an address or domain, as if its owner had clicked the link or set the record. */
  verify(identity: string): void;
  /** What the mailbox behind an address does; replaces what was said before. */
  setMailboxes(mailboxes: Mailboxes): void;
  /** Pauses or resumes one configuration set, creating it when it is not there. */
  setConfigurationSet(name: string, sendingEnabled: boolean): void;
  /** Resolves when every accepted message is on disk. Throws what the disk said. */
  written(): Promise<void>;
  /** Closes every connection and finishes writing. */
  stop(): Promise<void>;
}

/** Only this machine may reach the server: the mails in it name real people. */
const host = '127.0.0.1';

/** Starts SES v1 on 127.0.0.1. Throws RangeError for impossible settings and the system's error for a taken port. */
export async function startSesServer(options: SesServerOptions = {}): Promise<SesServer> {
  const account = openAccount(options);
  const api = new SesApi(account);
  const server = createServer((request, response) => {
    route(account, api, options.title ?? 'Inbox', request, response).catch((cause: unknown) => {
      const problem = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      if (response.headersSent) request.socket.destroy();
      else write(response, 500, 'text/plain; charset=utf-8', `The local SES server failed.\n${problem}\n`);
    });
  });
  const port = await listen(server, options.port ?? 0);
  return handle(account, api, server, `http://${host}:${port}`);
}

async function route(
  account: Account,
  api: SesApi,
  title: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page elsewhere that rebinds its name to 127.0.0.1 would carry that name here.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')) {
    return write(response, 421, 'text/plain', 'This server answers to 127.0.0.1 and localhost only.\n');
  }
  if (request.method === 'POST') return serveApi(api, request, response);
  return serveInbox({ mailbox: account.mailbox, title }, request, response);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function handle(account: Account, api: SesApi, server: Server, url: string): SesServer {
  return {
    url,
    inboxUrl: `${url}/`,
    settings: account.settings,
    faults: api.faults,
    events: account.events,
    quota: account.quota,
    calls: api.calls,
    refusals: api.refusals,
    messages: () => account.mailbox.list(),
    accepted: () => account.mailbox.counts(),
    clearInbox: () => account.mailbox.clear(),
    suppress: (address) => void account.suppressed.add(address.toLowerCase()),
    verify: (identity) => void account.identities.request(identity, true),
    setMailboxes: (mailboxes) => {
      account.mailboxes = mailboxes;
    },
    setConfigurationSet: (name, sendingEnabled) => {
      account.configurationSets.set(name, { name, sendingEnabled });
    },
    written: async () => account.folder?.written(),
    stop: () => stop(account, server),
  };
}

async function stop(account: Account, server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  account.events.stop();
  await Promise.all([closed, account.folder?.written()]);
}
