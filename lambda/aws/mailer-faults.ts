import { SESServiceException } from '@aws-sdk/client-ses';
import * as z from 'zod/mini';
import type { RefusalCode } from '../core/outcome/classes.ts';
import type { CallOutcome } from '../core/outcome/mailer.ts';

type NoAnswer = Exclude<CallOutcome, { readonly kind: 'answered' }>;

/** Faults of the connection come from Node, not from the SDK: told by their properties, not by their class. */
const connectionFault = z.object({
  name: z.optional(z.string()),
  code: z.optional(z.string()),
  syscall: z.optional(z.string()),
  errors: z.optional(z.array(z.unknown())),
});

/**
 * Was the call that failed like this certainly not accepted, or may it have been?
 * No: a 4xx with a code that SES gave, and whatever happened before a byte was written. Everything else is unknown.
 */
export function classOfFault(fault: unknown): NoAnswer {
  const message = fault instanceof Error ? fault.message : String(fault);
  const code = fault instanceof SESServiceException ? codeOfAnswer(fault) : codeOfConnection(fault);
  return code === null ? { kind: 'unknown', message } : { kind: 'refused', code, message };
}

function codeOfConnection(fault: unknown): RefusalCode | null {
  return isBeforeWriting(fault) ? 'Unreachable' : null;
}

function codeOfAnswer(fault: SESServiceException): string | null {
  const status = fault.$metadata.httpStatusCode ?? 0;
  if (status < 400 || status > 499 || isUnparsed(fault)) return null;
  if (fault.name === 'Throttling' || fault.name === 'ThrottlingException')
    return throttleMeaning(fault.message);
  return fault.name.replace(/Exception$/, '');
}

/** The names the SDK gives an answer in which it found no code. */
function isUnparsed(fault: SESServiceException): boolean {
  return (
    ['', 'Error', 'UnknownError', 'Unknown', 'SESServiceException'].includes(fault.name) ||
    /^\d+$/.test(fault.name)
  );
}

/**
 * The one place that decides on a message text: SES has a single code for three different limits.
 * https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html
 */
export function throttleMeaning(message: string): RefusalCode {
  if (/maximum sending rate exceeded/i.test(message)) return 'MaximumSendingRateExceeded';
  if (/daily (message|sending) quota exceeded/i.test(message)) return 'AccountDailyQuotaExceeded';
  return 'ApiRateExceeded';
}

const unreachableCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Name resolution, connecting and credentials come before the request; see `sendingClient` for the bare timeout. */
function isBeforeWriting(fault: unknown): boolean {
  const parsed = connectionFault.safeParse(fault);
  if (!parsed.success) return false;
  const { name, code, syscall, errors } = parsed.data;
  if (code !== undefined && unreachableCodes.has(code)) return true;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  if (errors !== undefined && errors.length > 0) return errors.every(isBeforeWriting);
  return (name === 'TimeoutError' && code === undefined) || name === 'CredentialsProviderError';
}
