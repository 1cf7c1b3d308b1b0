import type { StoredMessage } from '../store/message.ts';
import { html, type Html } from './html.ts';
import { clockTime, day, time } from './page.ts';
import { person, preview } from './person.ts';

/** The rows of the list, a heading and a sheet for each day. */
export function rows(messages: readonly StoredMessage[]): Html {
  const days: { readonly name: string; readonly rows: Html[] }[] = [];
  for (const message of messages) {
    const name = day(message.acceptedAt);
    if (days.at(-1)?.name !== name) days.push({ name, rows: [] });
    days.at(-1)?.rows.push(row(message));
  }
  const sections = days.map(
    ({ name, rows }) =>
      html`<section>
        <h2 class="day">${name}</h2>
        <ol class="mails">
          ${rows}
        </ol>
      </section>`,
  );
  return html`${sections}`;
}

function row(message: StoredMessage): Html {
  const to = person(message.to[0] ?? message.cc[0] ?? message.bcc[0]);
  const others = message.to.length + message.cc.length + message.bcc.length - 1;
  return html`<li>
    <a class="mail" href="/messages/${message.id}">
      <span class="avatar tint${to.mailbox.length % 6}" aria-hidden="true"
        >${to.name.charAt(0).toUpperCase()}</span
      >
      <span class="who"
        >${to.mailbox}${others > 0 ? html` <span class="quiet">+${others}</span>` : undefined}</span
      >
      <span class="when">${time(message.acceptedAt, clockTime(message.acceptedAt))}</span>
      <span class="what"
        ><span class="subject">${message.subject || '(no subject: it did not render)'}</span>
        <span class="quiet">${message.reason ?? preview(message)}</span></span
      >
      ${message.outcome === 'delivered' ? undefined : outcomePill(message)}
    </a>
  </li>`;
}

/** Delivery needs no mark; everything else does. */
export function outcomePill(message: StoredMessage): Html {
  const kind = message.outcome === 'delivered' ? 'good' : message.outcome === 'delayed' ? 'late' : 'bad';
  return html`<span class="pill ${kind}">${message.outcome}</span>`;
}
