import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Running } from '../http-server.ts';
import { listen } from '../http-server.ts';
import { S3Error } from './errors.ts';
import type { ObjectCreated } from './event.ts';
import { objectCreated } from './event.ts';
import { listObjects, listVersions } from './listing.ts';
import { deleteObject, getObject, putObject } from './objects.ts';
import type { S3Request, S3Response } from './request.ts';
import { readRequest } from './request.ts';
import type { Bucket } from './store.ts';
import { openBucket } from './store.ts';
import { element, xmlDocument } from './xml.ts';

export interface S3Options {
  /** Each bucket is the folder of its name in here. */
  readonly dir: string;
  readonly buckets: readonly { readonly name: string; readonly versioned: boolean }[];
  /** Called once an object is stored and before its writer is answered, with what EventBridge would be told. */
  readonly onObjectCreated?: (event: ObjectCreated) => void;
  readonly port?: number;
  readonly region?: string;
}

interface Engine {
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly created: (bucket: Bucket, key: Parameters<typeof objectCreated>[1]) => void;
}

/**
 * Starts a small, strict S3 over path-style HTTP on 127.0.0.1: it keeps every byte as it was sent, and answers
 * NotImplemented to whatever it does not do.
 */
export async function startS3(options: S3Options): Promise<Running> {
  const { dir, onObjectCreated, region = 'us-east-1' } = options;
  const open = ({ name, versioned }: S3Options['buckets'][number]): [string, Bucket] => [
    name,
    openBucket({ dir: join(dir, name), name, versioned }),
  ];
  const engine: Engine = {
    buckets: new Map(options.buckets.map(open)),
    created: (bucket, object) => onObjectCreated?.(objectCreated(bucket.name, object, region)),
  };
  const server = createServer((incoming, outgoing) => void serve(engine, incoming, outgoing));
  return listen(server, options.port);
}

async function serve(engine: Engine, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const request = await readRequest(incoming);
    send(outgoing, incoming.method, answer(engine, request));
  } catch (error) {
    if (outgoing.destroyed) return;
    send(outgoing, incoming.method, refusal(error));
  }
}

function answer(engine: Engine, request: S3Request): S3Response {
  const bucket = engine.buckets.get(request.bucket);
  if (bucket === undefined) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
  return request.key === '' ? aboutBucket(bucket, request) : aboutObject(engine, bucket, request);
}

function aboutBucket(bucket: Bucket, request: S3Request): S3Response {
  const { method, query } = request;
  if (method === 'HEAD') return { status: 200, headers: {} };
  if (method === 'GET' && query.get('list-type') === '2') return listObjects(bucket, request);
  if (method === 'GET' && query.has('versions')) return listVersions(bucket, request);
  throw unknownOperation();
}

function aboutObject(engine: Engine, bucket: Bucket, request: S3Request): S3Response {
  // Any other parameter is a sub-resource (acl, tagging, uploads …) that we do not have.
  if ([...request.query.keys()].some((name) => name !== 'x-id' && name !== 'versionId'))
    throw unknownOperation();
  switch (request.method) {
    case 'PUT': {
      const { answer, object } = putObject(bucket, request);
      engine.created(bucket, object);
      return answer;
    }
    case 'GET':
    case 'HEAD':
      return getObject(bucket, request);
    case 'DELETE':
      return deleteObject(bucket, request);
    default:
      throw unknownOperation();
  }
}

function unknownOperation(): S3Error {
  return new S3Error('NotImplemented', 'This engine does not implement the operation.');
}

function refusal(error: unknown): S3Response {
  const known = error instanceof S3Error ? error : new S3Error('InternalError', String(error));
  const body = xmlDocument(
    element(
      'Error',
      element('Code', known.code),
      element('Message', known.message),
      element('RequestId', randomBytes(8).toString('hex').toUpperCase()),
    ),
  );
  return { status: known.status, headers: { ...known.headers, 'content-type': 'application/xml' }, body };
}

function send(
  outgoing: ServerResponse,
  method: string | undefined,
  { status, headers, body }: S3Response,
): void {
  outgoing.writeHead(status, { 'content-length': Buffer.byteLength(body ?? ''), ...headers });
  outgoing.end(method === 'HEAD' || status === 304 ? undefined : body);
}
