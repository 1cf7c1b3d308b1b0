import { randomUUID } from 'node:crypto';
import { AlreadyClaimed, BadInput } from '../../lambda/core/errors.ts';
import type {
  Call,
  CallOutcome,
  Mail,
  Mailer,
  Quota,
  SendQuota,
  Template,
  TemplateStore,
} from '../../lambda/core/outcome/mailer.ts';

/** What a scripted call does: accept and answer, accept and lose the answer, lose the request, or any outcome. */
export type Script = (call: Call, nth: number) => 'accept' | 'lose answer' | 'lose request' | CallOutcome;

/** One e-mail that the provider took. */
export interface Accepted extends Mail {
  readonly template: string;
  readonly notice: string;
  readonly batch: string;
  readonly heard: string | undefined;
  readonly messageId: string;
}

/** A mailer in memory that keeps what it accepted. In an `answered` outcome of a script, mails with a message id count. */
export function memoryMailer(script: Script = () => 'accept'): Mailer & {
  readonly accepted: Accepted[];
  readonly calls: Call[];
  script: Script;
} {
  const accepted: Accepted[] = [];
  const calls: Call[] = [];
  const keep = ({ template, tags }: Call, mail: Mail, id = messageId()): { readonly messageId: string } => {
    accepted.push({
      ...mail,
      template,
      notice: tags.notice,
      batch: tags.batch,
      heard: tags.heard,
      messageId: id,
    });
    return { messageId: id };
  };
  const send = async (call: Call): Promise<CallOutcome> => {
    calls.push(call);
    const outcome = mailer.script(call, calls.length);
    if (outcome === 'lose request') return { kind: 'unknown', message: 'socket hang up' };
    if (outcome === 'accept' || outcome === 'lose answer') {
      const outcomes = call.mails.map((mail) => keep(call, mail));
      if (outcome === 'lose answer') return { kind: 'unknown', message: 'socket hang up' };
      return { kind: 'answered', outcomes };
    }
    if (outcome.kind === 'answered') {
      for (const [i, one] of outcome.outcomes.entries()) {
        const mail = call.mails[i];
        if ('messageId' in one && mail !== undefined) keep(call, mail, one.messageId);
      }
    }
    return outcome;
  };
  const mailer = { accepted, calls, script, bulk: send, single: send };
  return mailer;
}

/** In the form SES gives them. */
export function messageId(): string {
  return `0100019${randomUUID().replaceAll('-', '').slice(0, 9)}-${randomUUID()}-000000`;
}

/** A template store in memory; renders by plain replacement and refuses a variable that is missing. */
export function memoryTemplates(): TemplateStore & { readonly templates: Map<string, Template> } {
  const templates = new Map<string, Template>();
  return {
    templates,
    async create(template) {
      const found = templates.get(template.name);
      if (found !== undefined && JSON.stringify(found) !== JSON.stringify(template)) {
        throw new AlreadyClaimed(`The template ${template.name} has another content.`, 'Delete it.');
      }
      templates.set(template.name, template);
    },
    async render(name, variables) {
      const template = templates.get(name);
      if (template === undefined) throw new BadInput(`There is no template ${name}.`, 'Create it.');
      const values = new Map<string, string>(Object.entries(variables));
      return [template.subject, template.text, template.html]
        .join('\n')
        .replaceAll(/\{\{(\w+)\}\}/g, (_, key) => {
          const value = values.get(String(key));
          if (value === undefined) throw new BadInput(`The variable ${key} is missing.`, 'Supply it.');
          return value;
        });
    },
  };
}

/** A quota that a test may change at any time. */
export function memoryQuota(quota: SendQuota): Quota & { quota: SendQuota } {
  const holder = { quota, read: async () => holder.quota };
  return holder;
}
