/** Median wall time in ms of a function, after warming up; as many runs as fit in about `budgetMs`, at least three. */
export function medianMs(run: () => unknown, budgetMs = 1_500): number {
  run();
  const times: number[] = [];
  for (let spent = 0; times.length < 3 || (spent < budgetMs && times.length < 25);) {
    const start = performance.now();
    run();
    const took = performance.now() - start;
    times.push(took);
    spent += took;
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Prints rows in columns under a heading; numbers to the right. */
export function printTable(heading: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all)
    console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}

/** Three digits at most: `0.42`, `4.2`, `42`, `420`. */
export function short(value: number): string {
  return value < 1 ? value.toFixed(2) : value < 10 ? value.toFixed(1) : value.toFixed(0);
}

/** `12x`, or a dash when there is nothing to compare with. */
export function ratio(of: number, to: number | null): string {
  return to === null || to === 0 ? '-' : `${short(of / to)}x`;
}
