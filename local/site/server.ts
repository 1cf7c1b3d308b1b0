import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { contentSecurityHeader } from '../../lambda/core/pages/content-security.ts';
import { notFoundPath } from '../../lambda/core/pages/not-found-path.ts';
import type { Running } from '../http-server.ts';
import { listen } from '../http-server.ts';
import type { StoredObject } from '../s3/history.ts';
import type { Bucket } from '../s3/store.ts';
import { openBucket } from '../s3/store.ts';

export interface SiteServerOptions {
  /** The folder of the site bucket, as the local S3 keeps it. */
  readonly dir: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
}

/** The headers CloudFront adds, but for HSTS, which means nothing without TLS. */
const securityHeaders = {
  'content-security-policy': contentSecurityHeader,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Serves the public site to a browser as CloudFront would: index pages, types, caching, ETags, security headers, 404. */
export async function startSiteServer({ dir, port }: SiteServerOptions): Promise<Running> {
  const bucket = openBucket({ dir, name: 'site', versioned: false });
  return listen(
    createServer((request, response) => serve(bucket, request, response)),
    port,
  );
}

function serve(bucket: Bucket, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'This site can only be read.', { allow: 'GET, HEAD' });
  }
  const key = keyOf(request.url ?? '/');
  if (key === null) return refuse(response, 400, 'This address cannot be read.');
  const object = latest(bucket, key.endsWith('/') || key === '' ? `${key}index.html` : key);
  if (object !== null) return sendPage(bucket, object, request, response);
  if (latest(bucket, `${key}/index.html`) !== null) {
    return refuse(response, 301, 'The page is one slash further.', { location: `/${encodeURI(key)}/` });
  }
  const lost = latest(bucket, notFoundPath);
  if (lost === null) return refuse(response, 404, 'There is no such page.');
  response.writeHead(404, { ...lost.headers, ...securityHeaders });
  response.end(request.method === 'HEAD' ? undefined : bucket.bytesOf(lost));
}

/** The path of the URL as a key of the bucket; null when it is not well-formed. No URL class: a key may hold `..`. */
function keyOf(url: string): string | null {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, '').slice(1));
  } catch {
    return null;
  }
}

function latest(bucket: Bucket, key: string): StoredObject | null {
  const object = bucket.versionsOf(key).at(-1);
  return object === undefined || object.deleted ? null : object;
}

function sendPage(
  bucket: Bucket,
  object: StoredObject,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const etag = `"${object.etag}"`;
  const headers = { ...object.headers, ...securityHeaders, etag };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'content-length': object.size });
  response.end(request.method === 'HEAD' ? undefined : bucket.bytesOf(object));
}

function refuse(
  response: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = 'text/html; charset=utf-8';
  response.writeHead(status, { ...securityHeaders, ...headers, 'content-type': type });
  response.end(
    `<!doctype html><html lang="en"><title>${status}</title><h1>${status}</h1><p>${words}</p></html>\n`,
  );
}
