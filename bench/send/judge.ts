import type { SesEvent } from '../../local/ses/events/event.ts';
import type { SesServer } from '../../local/ses/server.ts';
import { startSesServer } from '../../local/ses/server.ts';
import { controlPlaneClient } from '../../lambda/aws/mailer-client.ts';
import { templatesOn } from '../../lambda/aws/mailer-templates.ts';
import { templates } from './notice.ts';
import { names, nowhere } from './task.ts';

/** What the SES server saw: the only witness of how fast mails were accepted, and how often each. */
export interface Sight {
  readonly accepted: number;
  /** Recipients accepted more than once. */
  readonly twice: number;
  /** Recipients a second, between the first and the last call. */
  readonly goodput: number;
  /** Whole calls refused for being too fast, each attempt counted. */
  readonly throttledCalls: number;
}

/** SES with a send rate; its answers take as long as those of the real one do, if the rate is limited. */
export class Judge {
  private readonly groups: { readonly at: number; mails: number }[] = [];
  private readonly seen = new Set<string>();
  private twice = 0;
  private group: { readonly at: number; mails: number } | null = null;
  private server: SesServer | null = null;

  constructor(
    private readonly rate: number,
    private readonly answerMs: number,
    private readonly events: ((event: SesEvent) => void) | null,
  ) {}

  async start(): Promise<string> {
    this.server = await startSesServer({
      settings: { maxSendRate: this.rate, suppression: false },
      identities: ['notices.tern.example'],
      configurationSets: [names.configurationSet],
      keep: 0,
      ...(this.events !== null && { onEvent: this.events }),
      onAccept: ({ to }) => this.accept(to[0] ?? ''),
    });
    if (this.answerMs > 0) this.server.faults.add({ fault: { kind: 'slow', milliseconds: this.answerMs } });
    const store = templatesOn(controlPlaneClient({ ...nowhere, endpoint: this.server.url }));
    for (const template of templates) await store.create(template);
    return this.server.url;
  }

  async stop(): Promise<Sight> {
    const refusals = this.server?.refusals ?? {};
    await this.server?.events.deliverAll();
    await this.server?.stop();
    const accepted = this.groups.reduce((sum, { mails }) => sum + mails, 0);
    const [first, last] = [this.groups[0], this.groups.at(-1)];
    const span = first === undefined || last === undefined ? 0 : last.at - first.at;
    // The last call has no interval after it, so it does not count.
    const goodput = span === 0 ? 0 : ((accepted - (last?.mails ?? 0)) / span) * 1000;
    return { accepted, twice: this.twice, goodput, throttledCalls: refusals['Throttling'] ?? 0 };
  }

  /** Everything accepted in one turn of the event loop came in one call. */
  private accept(address: string): void {
    if (this.seen.has(address)) this.twice += 1;
    this.seen.add(address);
    if (this.group === null) {
      this.group = { at: performance.now(), mails: 0 };
      this.groups.push(this.group);
      setImmediate(() => (this.group = null));
    }
    this.group.mails += 1;
  }
}
