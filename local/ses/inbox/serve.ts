import type { IncomingMessage, ServerResponse } from 'node:http';

import { write } from '../http.ts';
import { compose } from '../store/eml.ts';
import { fileName } from '../store/folder.ts';
import type { StoredMessage } from '../store/message.ts';
import type { Inbox } from './inbox.ts';
import { messagesJson } from './json.ts';
import { listPage, readWanted } from './list.ts';
import { isView, messagePage } from './message.ts';
import { notFoundPage } from './page.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** Our own pages: nothing from elsewhere, no inline code or style, framed by nobody. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A mail is a stranger: its styles are its own, and nothing in it runs, loads, submits or navigates. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** Answers every GET of the inbox. */
export function serveInbox(inbox: Inbox, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-security-policy', pagePolicy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return write(response, 405, 'text/plain', 'Use GET.\n');
  const url = new URL(request.url ?? '/', 'http://inbox');
  switch (url.pathname) {
    case '/':
      return page(response, listPage(inbox, readWanted(url.searchParams)));
    case '/api/messages.json':
      return write(
        response,
        200,
        'application/json',
        messagesJson(inbox.mailbox, readWanted(url.searchParams)),
      );
    case '/inbox.css':
      return write(response, 200, 'text/css; charset=utf-8', style);
    case '/inbox.js':
      return write(response, 200, 'text/javascript; charset=utf-8', script);
    default:
      return serveMessage(inbox, url, response);
  }
}

/** `/messages/<id>` and, below it, `/html` and `/message.eml`. */
function serveMessage(inbox: Inbox, url: URL, response: ServerResponse): void {
  const [, id = '', part = ''] = /^\/messages\/([\w-]+)(?:\/(html|message\.eml))?$/.exec(url.pathname) ?? [];
  const message = inbox.mailbox.get(id);
  if (message === undefined) return page(response, notFoundPage(inbox.title), 404);
  if (part === 'html') return serveHtml(message, response);
  if (part === 'message.eml') {
    response.setHeader('content-disposition', `attachment; filename="${fileName(message)}"`);
    return write(response, 200, 'message/rfc822', compose(message));
  }
  const view = url.searchParams.get('view') ?? undefined;
  page(response, messagePage(inbox, message, view !== undefined && isView(view) ? view : undefined));
}

/** Links open beside the inbox, where the frame cannot follow. */
function serveHtml(message: StoredMessage, response: ServerResponse): void {
  const base = '<base target="_blank">';
  const source = message.html ?? '';
  const body = /<head[^>]*>/i.test(source)
    ? source.replace(/<head[^>]*>/i, (head) => head + base)
    : base + source;
  response.setHeader('content-security-policy', mailPolicy);
  write(response, 200, 'text/html; charset=utf-8', body);
}

function page(response: ServerResponse, markup: string, status = 200): void {
  write(response, status, 'text/html; charset=utf-8', markup);
}
