import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Checksum } from './checksums.ts';
import { checksumNames, checksumOf } from './checksums.ts';
import { S3Error } from './errors.ts';

/** What a client uploaded: the object's own bytes, and the checksum it vouched for them with. */
export interface Upload {
  readonly bytes: Buffer;
  readonly checksum: Checksum | null;
}

/**
 * Takes the framing off a request body and checks it against every length and checksum that came along.
 * Throws IncompleteBody, InvalidRequest, BadDigest or XAmzContentSHA256Mismatch; then nothing may be stored.
 */
export function readUpload(headers: IncomingHttpHeaders, body: Buffer): Upload {
  const framed = contentHash(headers).startsWith('STREAMING-');
  const { bytes, trailer } = framed ? unframe(body) : { bytes: body, trailer: {} };
  checkLength(headers, bytes, framed);
  checkDigests(headers, bytes);
  return { bytes, checksum: checksumIn({ ...headers, ...trailer }, bytes) };
}

function contentHash(headers: IncomingHttpHeaders): string {
  return String(headers['x-amz-content-sha256'] ?? '');
}

interface Unframed {
  readonly bytes: Buffer;
  readonly trailer: Readonly<Record<string, string>>;
}

/**
 * `aws-chunked`: `<size in hex>[;chunk-signature=…]\r\n<bytes>\r\n`, a chunk of size 0 at the end, then trailing headers.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
function unframe(body: Buffer): Unframed {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = chunkSize(body.subarray(at, Math.max(at, lineEnd)).toString('latin1'));
    const start = lineEnd + 2;
    if (size === 0) return { bytes: Buffer.concat(chunks), trailer: trailerOf(body.subarray(start)) };
    const end = start + size;
    if (body.subarray(end, end + 2).toString('latin1') !== '\r\n') throw incomplete();
    chunks.push(body.subarray(start, end));
    at = end + 2;
  }
}

function chunkSize(line: string): number {
  const size = /^([0-9a-f]{1,8})(?:;[^\r\n]*)?$/i.exec(line)?.[1];
  if (size === undefined) throw incomplete();
  return Number.parseInt(size, 16);
}

function trailerOf(rest: Buffer): Record<string, string> {
  const lines = rest.toString('latin1').split('\r\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function checkLength(headers: IncomingHttpHeaders, bytes: Buffer, framed: boolean): void {
  const stated = headers[framed ? 'x-amz-decoded-content-length' : 'content-length'];
  if (framed && stated === undefined) {
    throw new S3Error('InvalidRequest', 'x-amz-decoded-content-length is missing.');
  }
  if (stated !== undefined && Number(stated) !== bytes.length) throw incomplete();
}

function checkDigests(headers: IncomingHttpHeaders, bytes: Buffer): void {
  const sha256 = contentHash(headers);
  if (/^[0-9a-f]{64}$/.test(sha256) && createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new S3Error('XAmzContentSHA256Mismatch', 'The provided x-amz-content-sha256 does not match.');
  }
  const md5 = headers['content-md5'];
  if (md5 !== undefined && createHash('md5').update(bytes).digest('base64') !== md5) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
}

function checksumIn(headers: IncomingHttpHeaders, bytes: Buffer): Checksum | null {
  const sent = checksumNames.flatMap((name) => {
    const value = headers[`x-amz-checksum-${name}`];
    return typeof value === 'string' ? [{ name, value }] : [];
  });
  for (const { name, value } of sent) {
    if (checksumOf(name, bytes) === value) continue;
    throw new S3Error('BadDigest', `The ${name.toUpperCase()} you specified did not match what we received.`);
  }
  return sent[0] ?? null;
}

function incomplete(): S3Error {
  return new S3Error('IncompleteBody', 'The request body terminated unexpectedly.');
}
