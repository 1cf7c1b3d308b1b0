import type { IncomingHttpHeaders } from 'node:http';
import { readUpload } from './body.ts';
import { S3Error } from './errors.ts';
import type { StoredObject } from './history.ts';
import type { S3Request, S3Response } from './request.ts';
import type { Bucket } from './store.ts';

/** Headers that are kept and come back with the object. */
const keptHeaders =
  /^(content-type|cache-control|content-disposition|content-language|expires|x-amz-meta-.+)$/;

/** PutObject; `If-None-Match: *` refuses to replace. Returns the new version beside the answer. */
export function putObject(bucket: Bucket, request: S3Request): { answer: S3Response; object: StoredObject } {
  const { key, headers } = request;
  if (headers['x-amz-copy-source'] !== undefined || headers['if-match'] !== undefined) throw notImplemented();
  if (headers['if-none-match'] !== undefined) refuseReplacing(bucket, key, headers['if-none-match']);
  const upload = readUpload(headers, request.body);
  const object = bucket.put(key, upload, headersToKeep(headers));
  return { answer: { status: 200, headers: { ...identityOf(object), ...checksumOf(object) } }, object };
}

function refuseReplacing(bucket: Bucket, key: string, condition: string): void {
  if (condition !== '*') throw notImplemented();
  const latest = bucket.versionsOf(key).at(-1);
  if (latest === undefined || latest.deleted) return;
  throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
}

function headersToKeep(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    keptHeaders.test(name) && typeof value === 'string' ? [[name, value] as const] : [],
  );
  const encoding = (headers['content-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'aws-chunked');
  const encoded = encoding.length > 0 ? [['content-encoding', encoding.join(',')] as const] : [];
  return { 'content-type': 'binary/octet-stream', ...Object.fromEntries([...kept, ...encoded]) };
}

/** GetObject and HeadObject, by version id when given; `If-None-Match` answers 304. */
export function getObject(bucket: Bucket, { key, query, headers }: S3Request): S3Response {
  if (headers.range !== undefined || headers['if-match'] !== undefined) throw notImplemented();
  const object = find(bucket, key, query.get('versionId'));
  const identity = identityOf(object);
  if (headers['if-none-match'] === `"${object.etag}"`) return { status: 304, headers: identity };
  const checksum = headers['x-amz-checksum-mode'] === 'ENABLED' ? checksumOf(object) : {};
  return {
    status: 200,
    headers: {
      ...object.headers,
      ...identity,
      ...checksum,
      'content-length': String(object.size),
      'last-modified': new Date(object.lastModified).toUTCString(),
      'accept-ranges': 'bytes',
    },
    body: bucket.bytesOf(object),
  };
}

function find(bucket: Bucket, key: string, versionId: string | undefined): StoredObject {
  const all = bucket.versionsOf(key);
  if (versionId === undefined) {
    const latest = all.at(-1);
    if (latest !== undefined && !latest.deleted) return latest;
    const marker = latest === undefined ? {} : markerOf(latest);
    throw new S3Error('NoSuchKey', 'The specified key does not exist.', marker);
  }
  const found = all.find((one) => one.versionId === versionId);
  if (found === undefined) throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
  if (!found.deleted) return found;
  throw new S3Error(
    'MethodNotAllowed',
    'The specified method is not allowed against this resource.',
    markerOf(found),
  );
}

/** DeleteObject: a delete marker, or the version named is gone for good. Deleting what is not there is no error. */
export function deleteObject(bucket: Bucket, { key, query }: S3Request): S3Response {
  const versionId = query.get('versionId');
  const object = versionId === undefined ? bucket.remove(key) : bucket.removeVersion(key, versionId);
  if (object?.deleted === true) return { status: 204, headers: markerOf(object) };
  return { status: 204, headers: versionId === undefined ? {} : { 'x-amz-version-id': versionId } };
}

function identityOf({ etag, versionId }: StoredObject): Record<string, string> {
  const version: Record<string, string> = versionId === 'null' ? {} : { 'x-amz-version-id': versionId };
  return { etag: `"${etag}"`, ...version };
}

function markerOf({ versionId }: StoredObject): Record<string, string> {
  return { 'x-amz-delete-marker': 'true', 'x-amz-version-id': versionId };
}

function checksumOf({ checksum }: StoredObject): Record<string, string> {
  if (checksum === null) return {};
  return { [`x-amz-checksum-${checksum.name}`]: checksum.value, 'x-amz-checksum-type': 'FULL_OBJECT' };
}

function notImplemented(): S3Error {
  return new S3Error('NotImplemented', 'A header you provided implies functionality this engine lacks.');
}
