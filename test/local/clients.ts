import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';

const anyone = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** The real SDK client, pointed at a local S3. */
export function s3At(endpoint: string): S3Client {
  return new S3Client({ ...anyone, endpoint });
}

/** The real SDK client, pointed at a local DynamoDB. */
export function dynamoDbAt(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ ...anyone, endpoint });
}
