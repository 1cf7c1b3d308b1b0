import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ApiAnswer, SesApi } from './api.ts';
import { SesError } from './protocol/error.ts';
import { refusal } from './protocol/xml.ts';

/** A raw message is at most 10 MB, a third more in base64 and form encoding on top. */
const largestBody = 40 * 1024 * 1024;

/** Serves one POST of the Query protocol. A call without a signature is refused, so no web page can send mail. */
export async function serveApi(
  api: SesApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await readBody(request);
  if (form === undefined) return write(response, 413, 'text/plain', 'Request body too large.\n');
  if (!(request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 ')) {
    const error = new SesError('MissingAuthenticationToken', 'Missing Authentication Token', {}, 403);
    return write(response, 403, 'text/xml', refusal(error, 'unsigned'));
  }
  const answer = await api.handle(form);
  if (answer.kind === 'answer' && answer.after > 0)
    await new Promise((done) => setTimeout(done, answer.after).unref());
  finish(answer, request, response);
}

function finish(answer: ApiAnswer, request: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'hang':
      // The connection stays open until the caller gives up or the server stops.
      return;
    case 'answer':
      response.setHeader('x-amzn-requestid', answer.requestId);
      write(response, answer.status, 'text/xml', answer.body);
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Writes a whole answer at once. */
export function write(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
