import { createHash } from 'node:crypto';
import { BadInput } from '../errors.ts';
import type { NoticeRef } from '../ledger/meta.ts';
import type { Notice } from '../notice/model.ts';
import type { Template } from './mailer.ts';

/** "Each template can be up to 500 KB in size, including both the text and HTML parts" (SES developer guide). */
const largestTemplate = 500 * 1024;
const longestName = 64;

/**
 * The SES template of a notice. Its name carries a hash of its content, so that it is never overwritten, in at most
 * 64 characters of SES's alphabet. Throws BadInput when it is larger than SES takes.
 */
export function templateOf(
  { policyId, version, correction = 0 }: NoticeRef,
  language: string,
  notice: Notice,
): Template {
  const { subject, text, html } = notice;
  const size = Buffer.byteLength(subject) + Buffer.byteLength(text) + Buffer.byteLength(html);
  if (size > largestTemplate) {
    throw new BadInput(
      `The ${language} notice of "${policyId}" has ${size} bytes, more than the ${largestTemplate} that SES takes.`,
      'Publish the change in smaller steps.',
    );
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([subject, text, html]))
    .digest('hex')
    .slice(0, 8);
  const number = correction === 0 ? version : `${version}c${correction}`;
  const end = `-${number}-${language}-${hash}`;
  const name = `notice-${policyId}`.slice(0, longestName - end.length) + end;
  return { name, subject, text, html };
}
