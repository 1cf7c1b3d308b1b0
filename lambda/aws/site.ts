import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { env } from '../steps.ts';
import type { Site, SiteFile } from '../core/site.ts';
import { required } from './environment.ts';

/**
 * What browsers and CloudFront are told. Five minutes for pages that change: a new effective date, or a withdrawn
 * version, is seen everywhere soon after posting without an invalidation, while a burst of readers who follow the same
 * notice still meets the cache. Permanent pages never change under their address, so they are kept for a year.
 */
export const cacheControl = {
  short: 'public, max-age=300',
  immutable: 'public, max-age=31536000, immutable',
} as const satisfies Record<SiteFile['cache'], string>;

/** The site a step is given: the bucket its environment names. Throws BadSettings when it names none. */
export function siteFromEnvironment(): Site {
  return siteOn(new S3Client({}), required(env.siteBucket));
}

/** The public site in an S3 bucket behind CloudFront; faults of S3 are passed on as they are. */
export function siteOn(client: S3Client, bucket: string): Site {
  return {
    async write({ path, body, contentType, cache }) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: path,
          // As bytes, because the SDK takes an empty text for a stream without a length.
          Body: Buffer.from(body),
          ContentType: contentType,
          CacheControl: cacheControl[cache],
        }),
      );
    },
    async remove(path) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path }));
    },
  };
}
