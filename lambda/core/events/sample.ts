import { isSmall } from '../breaker/ramp.ts';
import type { BatchKey } from '../ledger/batch.ts';
import type { Meta } from '../ledger/meta.ts';

/** Of a large notice, one batch in so many is listened to: at 14 mails a second that is still one every ten seconds. */
export const oneIn = 20;

/** Every value that the tag `heard` of a mail may have. */
export const heardValues = ['1', String(oneIn)] as const;

/**
 * How many mails each mail of a batch stands for when events are counted, 0 for none. While little is known of a
 * notice (it is small, or its first stages are under way) everybody counts; afterwards one batch of each twenty in a
 * row does, told by its key alone. Which of the twenty is scattered, because batches of a rare language are small and
 * come in a rhythm.
 */
export function standsFor(
  { feedback, expected }: Pick<Meta, 'feedback' | 'expected'>,
  { segment, seq }: Pick<BatchKey, 'segment' | 'seq'>,
  ceiling: number | null,
): number {
  if (feedback === 'off') return 0;
  if (ceiling !== null || isSmall(expected)) return 1;
  const chosen = scatter((segment << 24) ^ Math.floor(seq / oneIn)) % oneIn;
  return seq % oneIn === chosen ? oneIn : 0;
}

/** A number of 32 bits that looks like chance, and is always the same (the finaliser of MurmurHash3). */
function scatter(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2_ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
