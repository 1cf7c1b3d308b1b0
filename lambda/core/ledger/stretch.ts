import type { Reading } from '../customer/reading.ts';
import type { Recipient, RecipientId } from '../customer/recipient.ts';

/** What was read from one scan position on, before any of it is claimed. */
export interface Stretch {
  readonly recipients: readonly Recipient[];
  readonly exceptions: readonly (Reading & { readonly kind: 'exception' })[];
  /** The last position read: where the next stretch begins. */
  readonly endMark: string;
  readonly atEnd: boolean;
}

/** The calls of a stretch: one language a call, each but the last of a language full. */
export function callsOf(recipients: readonly Recipient[], callSize: number): (readonly Recipient[])[] {
  const byLanguage = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    const group = byLanguage.get(recipient.language);
    if (group === undefined) byLanguage.set(recipient.language, [recipient]);
    else group.push(recipient);
  }
  return [...byLanguage.values()].flatMap((group) => chunks(group, callSize));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => i * size);
  return starts.map((start) => all.slice(start, start + size));
}

const fewestCalls = 2;
const mostCalls = 20;
const readAheadSeconds = 30;

/** How many recipients to read before sending: half a minute's worth, in whole calls, so that they are read shortly before. */
export function stretchTarget(rate: number, callSize: number): number {
  const calls = Math.round((rate * readAheadSeconds) / callSize);
  return callSize * Math.min(mostCalls, Math.max(fewestCalls, calls));
}

/** Recipients that an earlier sender has claimed although they lie ahead; each is passed over once and forgotten. */
export class AlreadyClaimedIds {
  private readonly ids: Set<RecipientId>;

  constructor(ids: Iterable<RecipientId>) {
    this.ids = new Set(ids);
  }

  /** True once for each id that was claimed. */
  passes(id: RecipientId): boolean {
    return this.ids.delete(id);
  }

  get isEmpty(): boolean {
    return this.ids.size === 0;
  }
}
