import { headers } from '../store/eml.ts';
import type { StoredMessage } from '../store/message.ts';
import { html, type Html } from './html.ts';
import { outcomePill } from './rows.ts';
import { clockTime, day, pageOf, time } from './page.ts';
import { person } from './person.ts';
import type { Inbox } from './inbox.ts';

const views = ['html', 'text', 'headers'] as const;
export type View = (typeof views)[number];

/** Whether a text names a way of looking at a mail. */
export function isView(text: string): text is View {
  return views.some((view) => view === text);
}

const labels: Readonly<Record<View, string>> = { html: 'HTML', text: 'Text', headers: 'Headers' };

/** One mail: who, when, tags, and its content as HTML, text or header lines. */
export function messagePage(inbox: Inbox, message: StoredMessage, asked: View | undefined): string {
  const possible = views.filter((view) => view === 'headers' || message[view] !== undefined);
  const view = asked !== undefined && possible.includes(asked) ? asked : (possible[0] ?? 'headers');
  const subject = message.subject || '(no subject: it did not render)';
  return pageOf(
    `${subject} · ${inbox.title}`,
    html`<header class="top">
        <div class="row">
          <a class="back" href="/">← ${inbox.title}</a>
          ${neighbours(inbox, message, view)}
        </div>
      </header>
      <main class="reading">
        <h1>${subject}</h1>
        ${envelope(message)} ${message.reason === undefined ? undefined : notice(message)} ${tags(message)}
        <div class="bar">
          <nav class="tabs" aria-label="View">${possible.map((one) => tab(message, one, one === view))}</nav>
          <a class="button" href="/messages/${message.id}/message.eml" download>Download .eml</a>
        </div>
        ${contents[view](message)}
      </main>`,
  );
}

function neighbours(inbox: Inbox, message: StoredMessage, view: View): Html {
  const all = inbox.mailbox.list();
  // Numbers run without gaps, so the place follows from the number of the oldest that is kept.
  const place = message.number - (all[0]?.number ?? 1);
  const link = (other: StoredMessage | undefined, label: string, key: string): Html =>
    other === undefined
      ? html`<span></span>`
      : html`<a class="turn" rel="${key}" href="/messages/${other.id}?view=${view}">${label}</a>`;
  return html`<nav class="turns" aria-label="Mails">
    ${link(all[place + 1], '← Newer', 'prev')}${link(all[place - 1], 'Older →', 'next')}
  </nav>`;
}

function envelope(message: StoredMessage): Html {
  const lines: [string, readonly string[]][] = [
    ['From', [message.from]],
    ['To', message.to],
    ['Cc', message.cc],
    ['Bcc', message.bcc],
    ['Reply to', message.replyTo],
  ];
  const shown = lines.filter(([, addresses]) => addresses.length > 0);
  const stamp = `${day(message.acceptedAt)}, ${clockTime(message.acceptedAt)}`;
  return html`<dl class="envelope">
    ${shown.map(
      ([label, addresses]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${addresses.map(correspondent)}</dd>
        </div>`,
    )}
    <div>
      <dt>Date</dt>
      <dd>${time(message.acceptedAt, stamp)} ${outcomePill(message)}</dd>
    </div>
  </dl>`;
}

function correspondent(address: string): Html {
  const { name, mailbox } = person(address);
  if (!address.includes('<')) return html`<span class="person">${mailbox}</span>`;
  return html`<span class="person">${name} <span class="quiet">&lt;${mailbox}&gt;</span></span>`;
}

function notice(message: StoredMessage): Html {
  return html`<p class="notice"><strong>${message.outcome}</strong>: ${message.reason}.</p>`;
}

function tags(message: StoredMessage): Html | undefined {
  const ours = Object.entries(message.tags);
  const extra: [string, string | undefined][] = [
    ['configuration set', message.configurationSet],
    ['template', message.template],
    ['sent by', message.action],
  ];
  const all = [...ours, ...extra].filter(([, value]) => value !== undefined);
  return html`<ul class="tags" aria-label="Tags">
    ${all.map(([name, value], index) => html`<li class="${index < ours.length ? 'tag' : 'tag plain'}"><span>${name}</span> ${value}</li>`)}
  </ul>`;
}

function tab(message: StoredMessage, view: View, current: boolean): Html {
  const href = `/messages/${message.id}?view=${view}`;
  return current
    ? html`<a href="${href}" aria-current="page">${labels[view]}</a>`
    : html`<a href="${href}">${labels[view]}</a>`;
}

const contents: Readonly<Record<View, (message: StoredMessage) => Html>> = {
  html: (message) =>
    html`<iframe
      class="paper"
      title="The mail as HTML"
      src="/messages/${message.id}/html"
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerpolicy="no-referrer"
    ></iframe>`,
  text: (message) => html`<pre class="paper text">${message.text}</pre>`,
  headers: (message) =>
    html`<table class="paper lines">
      <tbody>
        ${headers(message).map(
          ({ name, value }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>`,
};
