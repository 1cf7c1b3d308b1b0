import { S3Error } from './errors.ts';
import type { StoredObject } from './history.ts';
import type { S3Request, S3Response } from './request.ts';
import type { Bucket } from './store.ts';
import type { Xml } from './xml.ts';
import { element, xmlDocument } from './xml.ts';

/** ListObjectsV2: keys by the order of their bytes, with prefix, delimiter, start-after and pages. */
export function listObjects(bucket: Bucket, { query }: S3Request): S3Response {
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const after = token === undefined ? query.get('start-after') : Buffer.from(token, 'base64url').toString();
  const latest = bucket.keys().flatMap((key) => {
    const object = bucket.versionsOf(key).at(-1);
    return key.startsWith(prefix) && object !== undefined && !object.deleted ? [object] : [];
  });
  const entries = grouped(latest, prefix, query.get('delimiter')).filter(({ name }) => isAfter(name, after));
  const { page, last, truncated } = pageOf(entries, query);
  return answer('ListBucketResult', [
    ...head(bucket, query, truncated),
    element('KeyCount', page.length),
    ...(truncated
      ? [element('NextContinuationToken', Buffer.from(last?.name ?? '').toString('base64url'))]
      : []),
    ...page.map((entry) => entryXml(entry, query)),
  ]);
}

/** ListObjectVersions: every version and delete marker, keys in order and newest first, with prefix and pages. */
export function listVersions(bucket: Bucket, { query }: S3Request): S3Response {
  if (query.has('delimiter'))
    throw new S3Error('NotImplemented', 'This engine lists versions without a delimiter.');
  const prefix = query.get('prefix') ?? '';
  const all = bucket
    .keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) =>
      bucket
        .versionsOf(key)
        .map((object, i, of) => ({ object, latest: i === of.length - 1 }))
        .reverse(),
    );
  const { page, last, truncated } = pageOf(afterMarkers(all, query), query);
  return answer('ListVersionsResult', [
    ...head(bucket, query, truncated),
    ...(truncated && last !== undefined
      ? [
          element('NextKeyMarker', nameOf(last.object.key, query)),
          element('NextVersionIdMarker', last.object.versionId),
        ]
      : []),
    ...page.map(({ object, latest }) =>
      element(
        object.deleted ? 'DeleteMarker' : 'Version',
        element('Key', nameOf(object.key, query)),
        element('VersionId', object.versionId),
        element('IsLatest', latest),
        ...describe(object),
      ),
    ),
  ]);
}

interface Version {
  readonly object: StoredObject;
  readonly latest: boolean;
}

function afterMarkers(all: readonly Version[], query: S3Request['query']): readonly Version[] {
  const key = query.get('key-marker');
  const versionId = query.get('version-id-marker');
  if (key === undefined) return all;
  const marked = all.findIndex(({ object }) => object.key === key && object.versionId === versionId);
  return marked === -1 ? all.filter(({ object }) => isAfter(object.key, key)) : all.slice(marked + 1);
}

/** An object, or the keys that share the text up to the delimiter. */
interface Entry {
  readonly name: string;
  readonly object: StoredObject | null;
}

function grouped(objects: readonly StoredObject[], prefix: string, delimiter = ''): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const object of objects) {
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = end === -1 ? object.key : object.key.slice(0, end + delimiter.length);
    entries.set(name, { name, object: end === -1 ? object : null });
  }
  return [...entries.values()];
}

function entryXml({ name, object }: Entry, query: S3Request['query']): Xml {
  const written = nameOf(name, query);
  if (object === null) return element('CommonPrefixes', element('Prefix', written));
  return element('Contents', element('Key', written), ...describe(object));
}

function describe(object: StoredObject): Xml[] {
  const modified = element('LastModified', object.lastModified);
  if (object.deleted) return [modified];
  return [
    modified,
    element('ETag', `"${object.etag}"`),
    element('Size', object.size),
    element('StorageClass', 'STANDARD'),
  ];
}

function pageOf<T>(
  entries: readonly T[],
  query: S3Request['query'],
): { page: readonly T[]; last: T | undefined; truncated: boolean } {
  const page = entries.slice(0, maxKeys(query));
  return { page, last: page.at(-1), truncated: page.length > 0 && page.length < entries.length };
}

function maxKeys(query: S3Request['query']): number {
  const text = query.get('max-keys') ?? '1000';
  if (!/^\d{1,9}$/.test(text)) {
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  }
  return Math.min(1000, Number(text));
}

function head(bucket: Bucket, query: S3Request['query'], truncated: boolean): Xml[] {
  return [
    element('Name', bucket.name),
    element('Prefix', nameOf(query.get('prefix') ?? '', query)),
    element('MaxKeys', maxKeys(query)),
    element('IsTruncated', truncated),
    ...(query.get('encoding-type') === 'url' ? [element('EncodingType', 'url')] : []),
  ];
}

function nameOf(key: string, query: S3Request['query']): string {
  return query.get('encoding-type') === 'url' ? encodeURIComponent(key).replaceAll('%2F', '/') : key;
}

function isAfter(name: string, marker: string | undefined): boolean {
  return marker === undefined || Buffer.compare(Buffer.from(name), Buffer.from(marker)) > 0;
}

function answer(name: string, content: readonly Xml[]): S3Response {
  const body = xmlDocument(element(name, ...content));
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
