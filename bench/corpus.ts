import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { compareDocuments } from '../lambda/core/compare/compare.ts';
import type { Comparison } from '../lambda/core/compare/model.ts';
import { parseDocument } from '../lambda/core/document/parse.ts';
import { readSource } from '../lambda/core/document/source.ts';

const label = z.enum(['minor', 'significant']);
const indexRow = z.object({
  id: z.string(),
  ext: z.string(),
  org: z.string(),
  label,
  sample: z.string(),
  rationale: z.string().default(''),
  words_bag_diff: z.number(),
  words_old: z.number(),
  words_deleted: z.number(),
  words_inserted: z.number(),
});
const written = z.object({
  id: z.string(),
  label,
  what: z.string(),
  old: z.string(),
  new: z.string(),
  ext: z.string().default('md'),
});

/** One labelled pair of versions; `words` counts changed words, `total` the words of the old version. */
export interface Pair {
  readonly id: string;
  readonly org: string;
  readonly ext: string;
  readonly sample: string;
  readonly label: 'minor' | 'significant';
  readonly words: number;
  readonly total: number;
  readonly note: string;
  /** Reads both texts and compares them. */
  readonly compare: () => Comparison;
  readonly texts: () => { readonly old: string; readonly new: string };
}

/** The pairs of a corpus folder (`index.jsonl` and a folder a pair), or of a file of written pairs. */
export function pairsOf(path: string): Pair[] {
  return path.endsWith('.json') ? writtenPairs(path) : folderPairs(path);
}

function folderPairs(folder: string): Pair[] {
  const index = join(folder, 'index.jsonl');
  if (!existsSync(index))
    throw new Error(`${index} does not exist. Name a corpus folder, or a .json file of written pairs.`);
  return readFileSync(index, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = indexRow.parse(JSON.parse(line));
      const bytes = (version: string): Uint8Array =>
        readFileSync(join(folder, row.id, `${version}.${row.ext}`));
      const text = (version: string): string => Buffer.from(bytes(version)).toString('utf8');
      return {
        id: row.id,
        org: row.org,
        ext: row.ext,
        sample: row.sample.startsWith('random') ? 'random' : 'targeted',
        label: row.label,
        words: row.words_bag_diff,
        total: row.words_old,
        note: row.rationale,
        compare: () => compared(row.ext, bytes('old'), bytes('new')),
        texts: () => ({ old: text('old'), new: text('new') }),
      };
    });
}

function writtenPairs(path: string): Pair[] {
  const pairs = z.array(written).parse(JSON.parse(readFileSync(path, 'utf8')));
  return pairs.map((pair) => ({
    id: pair.id,
    org: pair.id,
    ext: pair.ext,
    sample: 'written',
    label: pair.label,
    words: 1,
    total: 40,
    note: pair.what,
    compare: () => compared(pair.ext, Buffer.from(pair.old), Buffer.from(pair.new)),
    texts: () => ({ old: pair.old, new: pair.new }),
  }));
}

function compared(ext: string, old: Uint8Array, fresh: Uint8Array): Comparison {
  return compareDocuments(
    parseDocument(readSource(`old.${ext}`, old)),
    parseDocument(readSource(`new.${ext}`, fresh)),
  );
}
