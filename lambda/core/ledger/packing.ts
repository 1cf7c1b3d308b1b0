import type { RecipientId } from '../customer/recipient.ts';
import { encodeId } from '../customer/recipient.ts';
import { BadInput } from '../errors.ts';
import type { PositionOutcome } from './batch.ts';

const idBytes = 16;

/** 16 bytes a recipient, so that the claim of 50 fits one write unit of DynamoDB (1 KB). */
export function packIds(ids: readonly RecipientId[]): Uint8Array {
  return Buffer.concat(ids.map((id) => Buffer.from(id, 'base64url')));
}

/** Throws BadInput when the bytes are not whole ids. */
export function unpackIds(bytes: Uint8Array): RecipientId[] {
  return slices(bytes, idBytes).map(encodeId);
}

/** SES message ids are 16 hex digits, a UUID and 6 digits, joined by hyphens: 60 characters that hold 27 bytes. */
const messageIdForm =
  /^[0-9a-f]{16}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{6}$/;
const messageIdBytes = 27;
const messageIdParts = /^(.{16})(.{8})(.{4})(.{4})(.{4})(.{12})(.{6})$/;
const form = { binary: 0, text: 1 } as const;
/** In plain form: accepted, but SES gave no id (an empty line means "not accepted"). */
const nameless = '?';

/** Message ids by position, null for one that was not accepted. The first byte says whether they are packed or plain. */
export function packMessageIds(ids: readonly (string | null)[]): Uint8Array {
  if (ids.every((id) => id === null || messageIdForm.test(id))) {
    const packed = ids.map((id) =>
      Buffer.from(id?.replaceAll('-', '') ?? '00'.repeat(messageIdBytes), 'hex'),
    );
    return Buffer.concat([Buffer.of(form.binary), ...packed]);
  }
  const lines = ids.map((id) => (id === '' ? nameless : (id ?? '')));
  return Buffer.concat([Buffer.of(form.text), Buffer.from(lines.join('\n'), 'utf8')]);
}

/** Back to one id a position. */
export function unpackMessageIds(bytes: Uint8Array): (string | null)[] {
  const body = Buffer.from(bytes.subarray(1));
  if (bytes[0] === form.binary) return slices(body, messageIdBytes).map(spelled);
  return body
    .toString('utf8')
    .split('\n')
    .map((line) => (line === nameless ? '' : line === '' ? null : line));
}

function spelled(bytes: Uint8Array): string | null {
  if (bytes.every((byte) => byte === 0)) return null;
  return Buffer.from(bytes).toString('hex').replace(messageIdParts, '$1-$2-$3-$4-$5-$6-$7');
}

function slices(bytes: Uint8Array, length: number): Uint8Array[] {
  const starts = Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) => i * length);
  return starts.map((start) => bytes.subarray(start, start + length));
}

/** `3:MessageRejected,7:Failed`, one entry a refused position. */
export function packRefusals(outcomes: readonly PositionOutcome[]): string {
  return outcomes
    .flatMap((outcome, position) => (isRefusal(outcome) ? `${position}:${outcome.code}` : []))
    .join(',');
}

function isRefusal(outcome: PositionOutcome): outcome is { readonly code: string } {
  return outcome !== null && 'code' in outcome;
}

/** The two packed forms of a batch's outcomes; absent ones were never written. */
export interface PackedOutcomes {
  readonly messages: Uint8Array | undefined;
  readonly refusals: string | undefined;
}

/** What is worth writing of the outcomes: nothing at all while nobody knows. */
export function packOutcomes(outcomes: readonly PositionOutcome[]): PackedOutcomes {
  const ids = outcomes.map((outcome) =>
    outcome !== null && 'messageId' in outcome ? outcome.messageId : null,
  );
  const refusals = packRefusals(outcomes);
  return {
    messages: ids.some((id) => id !== null) ? packMessageIds(ids) : undefined,
    refusals: refusals === '' ? undefined : refusals,
  };
}

/** Puts both back together for `count` positions. Throws BadInput when the message ids are not one a position. */
export function unpackOutcomes(count: number, { messages, refusals }: PackedOutcomes): PositionOutcome[] {
  const ids = messages === undefined ? Array<null>(count).fill(null) : unpackMessageIds(messages);
  if (ids.length !== count) {
    throw new BadInput(
      `A batch of ${count} has ${ids.length} message ids.`,
      'Look at the ledger item: it is damaged.',
    );
  }
  const entries = refusals === undefined ? [] : refusals.split(',').map((entry) => entry.split(':'));
  const codes = new Map(entries.map(([position, code]) => [Number(position), code ?? '']));
  return ids.map((messageId, position) => {
    if (messageId !== null) return { messageId };
    const code = codes.get(position);
    return code === undefined ? null : { code };
  });
}
