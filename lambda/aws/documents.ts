import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { env } from '../steps.ts';
import type { Documents } from '../core/documents.ts';
import { documentKeys, largestRead, tooLarge } from '../core/documents.ts';
import { NotFound } from '../core/errors.ts';
import { required } from './environment.ts';
import type { Lock } from './record-lock.ts';
import { recordLockFromEnvironment, unlocked } from './record-lock.ts';

/** The documents a step is given: the bucket its environment names. Throws BadSettings when it names none. */
export function documentsFromEnvironment(): Documents {
  return documentsOn(new S3Client({}), required(env.documentsBucket), recordLockFromEnvironment);
}

/**
 * Texts and assessments in a versioned S3 bucket; a fault of S3 that is not "it is not there" is passed on as it is.
 * What belongs to a version is a record, locked when it is written; what was only dropped is not.
 */
export function documentsOn(client: S3Client, bucket: string, lock: () => Lock = unlocked): Documents {
  return {
    async read(key, objectVersion) {
      const object = await get(client, bucket, key, objectVersion);
      const { Body, ContentLength = 0 } = object;
      if (ContentLength <= largestRead) return (await Body?.transformToByteArray()) ?? new Uint8Array();
      // A body that nobody reads keeps its connection, and throws from nowhere when that is cut.
      if (Body instanceof Readable) Body.destroy();
      throw tooLarge(key, ContentLength);
    },
    async write(key, content, contentType) {
      // As bytes, because the SDK takes an empty text for a stream without a length.
      const Body = typeof content === 'string' ? Buffer.from(content) : content;
      const locked = key.startsWith(documentKeys.versions) ? lock() : {};
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentType: contentType, ...locked }),
      );
    },
  };
}

async function get(
  client: S3Client,
  bucket: string,
  key: string,
  objectVersion: string | undefined,
): Promise<GetObjectCommandOutput> {
  try {
    return await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: objectVersion }));
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const which = objectVersion === undefined ? key : `${key} (version ${objectVersion})`;
    throw new NotFound(
      `The bucket ${bucket} has no object ${which}.`,
      'It was never written or has been deleted; publish the document again.',
      { cause: error },
    );
  }
}

/** NoSuchVersion is not modelled by the SDK, so it arrives as the general exception under that name. */
function isAbsent(error: unknown): boolean {
  return (
    error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchVersion')
  );
}
