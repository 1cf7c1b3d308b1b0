import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { env } from '../steps.ts';
import { BadSettings } from '../core/errors.ts';
import { required } from './environment.ts';

/** What locks an object of S3 while it is written. */
export type Lock = Pick<PutObjectCommandInput, 'ObjectLockMode' | 'ObjectLockRetainUntilDate'>;

const form = /^(GOVERNANCE|COMPLIANCE) ([1-9]\d{0,4})$/;
const parts = z.tuple([z.unknown(), z.enum(['GOVERNANCE', 'COMPLIANCE']), z.coerce.number()]);
const dayMs = 86_400_000;

/** For a bucket without Object Lock. */
export const unlocked = (): Lock => ({});

/** The lock of this deployment, counted from now. Throws BadSettings when the environment names none. */
export function recordLockFromEnvironment(): Lock {
  const text = required(env.recordLock);
  const parsed = parts.safeParse(form.exec(text));
  if (!parsed.success) {
    throw new BadSettings(
      `The environment variable ${env.recordLock} is "${text}".`,
      'Deploy again: the construct Documents (lib/documents.ts) writes it, as in "GOVERNANCE 2557" (days).',
    );
  }
  const [, ObjectLockMode, days] = parsed.data;
  return { ObjectLockMode, ObjectLockRetainUntilDate: new Date(Date.now() + days * dayMs) };
}
