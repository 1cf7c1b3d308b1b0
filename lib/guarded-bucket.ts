import { BlockPublicAccess, ObjectOwnership } from 'aws-cdk-lib/aws-s3';

/** What every bucket here has in common: never public, TLS only, no ACLs. */
export const guarded = {
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
};
