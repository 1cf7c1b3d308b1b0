import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { S3Error } from './errors.ts';

/** A path-style request, decoded: `PUT /<bucket>/<key>?<query>`. */
export interface S3Request {
  readonly method: string;
  readonly bucket: string;
  /** Empty for a request about the bucket itself. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What goes back; `body` is not sent for HEAD. */
export interface S3Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** S3 takes 5 GB; a policy is text. */
const largestBody = 64 * 1024 * 1024;

/** Throws InvalidURI, EntityTooLarge and AccessDenied (a request that no SDK has signed, such as a web page's). */
export async function readRequest(incoming: IncomingMessage): Promise<S3Request> {
  const { method = '', url = '', headers } = incoming;
  if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) {
    throw new S3Error('AccessDenied', 'Access Denied');
  }
  const [path = '', search = ''] = splitOnce(url, '?');
  // No URL class: it would resolve the `..` of a key.
  const [bucket = '', key = ''] = splitOnce(path.replace(/^\//, ''), '/');
  return {
    method,
    bucket: decoded(bucket),
    key: decoded(key),
    query: new Map(new URLSearchParams(search)),
    headers,
    body: await bodyOf(incoming),
  };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

async function bodyOf(incoming: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > largestBody) {
      throw new S3Error('EntityTooLarge', `This engine takes at most ${largestBody} bytes.`, {
        connection: 'close',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
