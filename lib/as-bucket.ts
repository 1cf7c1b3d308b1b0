import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';

const bucketInterface = z.custom<IBucket>((one) => one instanceof Bucket);

/**
 * The same bucket as the interface it implements: the CDK is compiled without `exactOptionalPropertyTypes`, under
 * which its own class (`policy: BucketPolicy | undefined`) does not fit its own interface (`policy?: BucketPolicy`).
 */
export function asBucket(bucket: Bucket): IBucket {
  return bucketInterface.parse(bucket);
}
