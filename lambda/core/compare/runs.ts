/** A run of equal elements: `length` of them from `old` in the one list and from `new` in the other. */
export interface Run {
  readonly old: number;
  readonly new: number;
  readonly length: number;
}

/** Runs in rising order; one that continues the last is joined to it. */
export class RunList {
  readonly all: { old: number; new: number; length: number }[] = [];

  add(old: number, fresh: number, length: number): void {
    const last = this.all.at(-1);
    if (last !== undefined && last.old + last.length === old && last.new + last.length === fresh)
      last.length += length;
    else if (length > 0) this.all.push({ old, new: fresh, length });
  }
}
