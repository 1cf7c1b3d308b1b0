import type { RecipientId } from '../customer/recipient.ts';

/**
 * claimed: somebody is about to send it; done: SES answered for every position; refused: certainly not sent, open to
 * be sent again; split: answered, and children are to be written for some or all of its recipients; unknown: perhaps
 * sent; held: perhaps sent, and given to a person; closed: all its recipients went to children.
 */
export const batchStates = ['claimed', 'done', 'refused', 'split', 'unknown', 'held', 'closed'] as const;
export type BatchState = (typeof batchStates)[number];

/**
 * `seq` counts the fresh batches of a segment. A child carries its parent's number and one more letter:
 * `r` refused for now, `f` refused and due in ten minutes, `a` and `b` halves of a rejected call, `u` proven not sent,
 * `p` sent once more because a person says so.
 */
export interface BatchKey {
  readonly segment: number;
  readonly seq: number;
  readonly suffix: string;
}
/** What the last letter of a child's key says about it. */
export type ChildLetter = 'r' | 'f' | 'a' | 'b' | 'u' | 'p';

/** SES's word about one position: accepted with its message id, refused with a code, or null while nobody knows. */
export type PositionOutcome = { readonly messageId: string } | { readonly code: string } | null;

/** Claim, cursor and evidence in one: written before the call it stands for. Times are epoch milliseconds. */
export interface Batch {
  readonly key: BatchKey;
  readonly state: BatchState;
  /** The invocation that claimed it. */
  readonly owner: string;
  readonly attempt: number;
  readonly claimedAt: number;
  /** Not to be sent again before; 0 for "now". */
  readonly due: number;
  readonly language: string;
  /** Scan position (exclusive) from which the stretch was read that holds these recipients; '' for the start. */
  readonly mark: string;
  /** No batch before this number holds a recipient who lies after `mark`. */
  readonly since: number;
  /** No batch before this number was open (claimed or refused) when this one was claimed. */
  readonly openFrom: number;
  /** How many mails each of its mails stands for in the counts of events; 0 or absent: nobody counts them. */
  readonly standsFor?: number | undefined;
  readonly ids: readonly RecipientId[];
  /** One per id, in the same order; all null before SES has answered. */
  readonly outcomes: readonly PositionOutcome[];
}

const doubtful: ReadonlySet<BatchState> = new Set(['claimed', 'unknown', 'held'] as const);

/**
 * May recipients without an outcome have been mailed? One whose sender died while it was split may have been answered
 * in part; without any outcome, its whole call was rejected.
 */
export function isInDoubt({ state, outcomes }: Pick<Batch, 'state' | 'outcomes'>): boolean {
  return doubtful.has(state) || (state === 'split' && outcomes.some((outcome) => outcome !== null));
}

/** `S3-00000017r`: the batch as an SES tag and in messages. */
export function batchName({ segment, seq, suffix }: BatchKey): string {
  return `S${segment}-${padSeq(seq)}${suffix}`;
}

/** Eight digits, so that keys sort as numbers do. */
export function padSeq(seq: number): string {
  return String(seq).padStart(8, '0');
}

/** A batch that nobody has tried yet. */
export function freshBatch(
  fields: Pick<
    Batch,
    'key' | 'owner' | 'claimedAt' | 'language' | 'mark' | 'since' | 'openFrom' | 'standsFor' | 'ids'
  >,
): Batch {
  return { ...fields, state: 'claimed', attempt: 1, due: 0, outcomes: fields.ids.map(() => null) };
}

/** The child that takes over `positions` of its parent; it waits, refused, to be claimed. */
export function childOf(parent: Batch, letter: ChildLetter, positions: readonly number[], due = 0): Batch {
  const ids = positions.flatMap((position) => parent.ids[position] ?? []);
  return {
    ...parent,
    key: { ...parent.key, suffix: `${parent.key.suffix}${letter}` },
    state: 'refused',
    attempt: 0,
    due,
    ids,
    outcomes: ids.map(() => null),
  };
}

/** The two children of a call that SES rejected for one of its addresses. */
export function halvesOf(parent: Batch): readonly [Batch, Batch] {
  const middle = Math.ceil(parent.ids.length / 2);
  const positions = [...parent.ids.keys()];
  return [childOf(parent, 'a', positions.slice(0, middle)), childOf(parent, 'b', positions.slice(middle))];
}
