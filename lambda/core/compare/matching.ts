/** A stretch of old blocks that lies opposite a stretch of new ones; ends exclusive. */
export interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Which old block became which new one; -1 = none yet. Each block is paired at most once. */
export class Matching {
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
  /** New blocks of an old one that was split, in order; `toNew` holds the first. */
  readonly splits = new Map<number, readonly number[]>();
  /** Old blocks of a new one they were merged into, in order; `toOld` holds the first. */
  readonly merges = new Map<number, readonly number[]>();
  degraded = false;

  constructor(oldLength: number, newLength: number) {
    this.toNew = new Int32Array(oldLength).fill(-1);
    this.toOld = new Int32Array(newLength).fill(-1);
  }

  pair(old: number, fresh: number): void {
    this.toNew[old] = fresh;
    this.toOld[fresh] = old;
  }

  /** One old block became several new ones. */
  split(old: number, fresh: readonly number[]): void {
    for (const one of fresh) this.toOld[one] = old;
    this.toNew[old] = fresh[0] ?? -1;
    this.splits.set(old, fresh);
  }

  /** Several old blocks became one new one. */
  merge(old: readonly number[], fresh: number): void {
    for (const one of old) this.toNew[one] = fresh;
    this.toOld[fresh] = old[0] ?? -1;
    this.merges.set(fresh, old);
  }

  /** Takes a union apart: its first part stays the partner, the others are free again. */
  dissolve(old: number, fresh: number): void {
    for (const one of this.splits.get(old) ?? []) if (one !== fresh) this.toOld[one] = -1;
    for (const one of this.merges.get(fresh) ?? []) if (one !== old) this.toNew[one] = -1;
    this.splits.delete(old);
    this.merges.delete(fresh);
  }

  /** Old blocks of a stretch without partner. */
  freeOld(from: number, to: number): number[] {
    return free(this.toNew, from, to);
  }

  /** New blocks of a stretch without partner. */
  freeNew(from: number, to: number): number[] {
    return free(this.toOld, from, to);
  }
}

function free(partners: Int32Array, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) if (partners[at] === -1) found.push(at);
  return found;
}
