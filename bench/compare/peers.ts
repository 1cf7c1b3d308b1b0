import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffWordsWithSpace } from 'diff';
import type { Span } from '../../lambda/core/compare/model.ts';

/** What a peer took, in ms, and what it showed; null = gave up at the time cap. */
export interface PeerResult {
  readonly ms: number;
  readonly spans: readonly Span[];
}

/** jsdiff on the whole text, as most tools call it. */
export function runJsdiff(old: string, fresh: string, capMs: number): PeerResult | null {
  const start = performance.now();
  const parts = diffWordsWithSpace(old, fresh, { timeout: capMs });
  const ms = performance.now() - start;
  if (parts === undefined) return null;
  const spans = parts.map(({ added, removed, value }) => ({
    op: added ? ('insert' as const) : removed ? ('delete' as const) : ('equal' as const),
    text: value,
  }));
  return { ms, spans };
}

const folder = mkdtempSync(join(tmpdir(), 'policy-notice-git-'));
const words = '[[:alnum:]]+|[^[:space:]]';

/** `git diff --word-diff` of two files, the start of the process included; ms, null at the time cap. */
export function runGit(old: string, fresh: string, capMs: number): number | null {
  const [oldFile, newFile] = [join(folder, 'old.txt'), join(folder, 'new.txt')];
  writeFileSync(oldFile, old);
  writeFileSync(newFile, fresh);
  const options = ['diff', '--no-index', '--word-diff=porcelain', `--word-diff-regex=${words}`, '-U100000'];
  const start = performance.now();
  const { error } = spawnSync('git', [...options, oldFile, newFile], { timeout: capMs, maxBuffer: 1e8 });
  return error === undefined ? performance.now() - start : null;
}
