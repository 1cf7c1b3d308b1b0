import { html, type Html } from './html.ts';

/** The frame around every page: head, skip link, and one column of content. */
export function pageOf(title: string, body: Html): string {
  const markup = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/inbox.css" />
        <script src="/inbox.js" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return markup.markup;
}

/** Says that a mail is not here, and why that may be. */
export function notFoundPage(title: string): string {
  return pageOf(
    `Not found · ${title}`,
    html`<main class="empty">
      <h1>No such mail</h1>
      <p>It may belong to an earlier run: mails live in memory as long as the server does.</p>
      <p><a href="/">Back to the inbox</a></p>
    </main>`,
  );
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const countFormat = new Intl.NumberFormat('en-GB');

/** `Tuesday 3 January 2017`, in the time zone of this machine. */
export function day(at: number): string {
  return dayFormat.format(at).replace(',', '');
}

/** `09:00:12`, in the time zone of this machine. */
export function clockTime(at: number): string {
  return clockFormat.format(at);
}

/** `1,000` */
export function count(number: number): string {
  return countFormat.format(number);
}

/** A machine-readable time that a person reads as the text given. */
export function time(at: number, text: string): Html {
  return html`<time datetime="${new Date(at).toISOString()}">${text}</time>`;
}
