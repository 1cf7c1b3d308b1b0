/**
 * Positions of a heaviest strictly increasing subsequence of `values` (block or token positions: whole numbers from 0 up,
 * all weights above 0), in order. O(n log n) with a tree of running maxima; equal weights prefer the earlier element, so the answer is one and the same.
 */
export function heaviestIncreasing(values: ArrayLike<number>, weights: ArrayLike<number>): number[] {
  if (isIncreasing(values)) return Array.from(values, (_, at) => at);
  const tree = new Int32Array(largest(values) + 2).fill(-1);
  const total = new Float64Array(values.length);
  const before = new Int32Array(values.length).fill(-1);
  let best = -1;
  for (let at = 0; at < values.length; at++) {
    const rank = (values[at] ?? 0) + 1;
    const last = bestBelow(tree, total, rank - 1);
    before[at] = last;
    total[at] = (weights[at] ?? 0) + (last < 0 ? 0 : (total[last] ?? 0));
    record(tree, total, rank, at);
    if (best < 0 || (total[at] ?? 0) > (total[best] ?? 0)) best = at;
  }
  const chain: number[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) chain.push(at);
  return chain.reverse();
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at] ?? 0);
  return most;
}

function isIncreasing(values: ArrayLike<number>): boolean {
  for (let at = 1; at < values.length; at++) if ((values[at] ?? 0) <= (values[at - 1] ?? 0)) return false;
  return true;
}

function bestBelow(tree: Int32Array, total: Float64Array, rank: number): number {
  let best = -1;
  for (let node = rank; node > 0; node -= node & -node) {
    const candidate = tree[node] ?? -1;
    if (candidate >= 0 && (best < 0 || (total[candidate] ?? 0) > (total[best] ?? 0))) best = candidate;
  }
  return best;
}

function record(tree: Int32Array, total: Float64Array, rank: number, at: number): void {
  for (let node = rank; node < tree.length; node += node & -node) {
    const held = tree[node] ?? -1;
    if (held < 0 || (total[at] ?? 0) > (total[held] ?? 0)) tree[node] = at;
  }
}
