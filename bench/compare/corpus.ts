import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Format, PolicyDocument } from '../../lambda/core/document/model.ts';
import type { Engine, Marked } from './engine.ts';
import { medianMs, printTable, ratio, short } from './measure.ts';
import { runGit, runJsdiff } from './peers.ts';

const capMs = 10_000;
const formats: Readonly<Record<string, Format>> = { '.md': 'md', '.html': 'html', '.txt': 'txt' };

interface Pair {
  readonly old: string;
  readonly new: string;
  readonly format: Format;
}

/** Sums over real pairs in a folder of folders, each with `old.<ext>` and `new.<ext>`. Peers get the same block texts. */
export function benchCorpus(engine: Engine, folder: string): void {
  const totals = new Totals(engine);
  for (const pair of pairsIn(folder)) totals.add(pair);
  totals.print(folder);
}

class Totals {
  private pairs = 0;
  private stopped = 0;
  private readonly ms = { parse: 0, compare: 0, jsdiff: 0, git: 0 };
  private readonly ours = { fragments: 0, words: 0 };
  private readonly theirs = { fragments: 0, words: 0 };

  constructor(private readonly engine: Engine) {}

  add(pair: Pair): void {
    const { engine, ms } = this;
    const parse = () => [engine.parse(pair.old, pair.format), engine.parse(pair.new, pair.format)] as const;
    const [old, fresh] = parse();
    const jsdiff = runJsdiff(textOf(old), textOf(fresh), capMs);
    const git = runGit(textOf(old), textOf(fresh), capMs);
    if (jsdiff === null || git === null) {
      this.stopped++;
      return;
    }
    this.pairs++;
    ms.parse += medianMs(parse, 60);
    ms.compare += medianMs(() => engine.compare(old, fresh), 40);
    ms.jsdiff += jsdiff.ms;
    ms.git += git;
    add(this.ours, engine.marked(engine.compare(old, fresh)));
    add(this.theirs, engine.markedIn(jsdiff.spans));
  }

  print(folder: string): void {
    const { ms, ours, theirs } = this;
    console.log(
      `Real pairs in ${folder}: ${this.pairs}, totals in ms (${this.stopped} left out: a peer was stopped).`,
    );
    const heading = [
      'parse both',
      'compare',
      'jsdiff',
      'git',
      'us/git',
      'with parsing/git',
      'jsdiff/us',
      'fragments',
      'words',
    ];
    const row = [
      ...[ms.parse, ms.compare, ms.jsdiff, ms.git].map(short),
      ratio(ms.compare, ms.git),
      ratio(ms.compare + ms.parse, ms.git),
      ratio(ms.jsdiff, ms.compare),
      ratio(ours.fragments, theirs.fragments),
      ratio(ours.words, theirs.words),
    ];
    printTable(heading, [row]);
  }
}

function add(sum: { fragments: number; words: number }, more: Marked): void {
  sum.fragments += more.fragments;
  sum.words += more.words;
}

function textOf({ blocks }: PolicyDocument): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

function pairsIn(folder: string): Pair[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: id }) => {
    const old = readdirSync(join(folder, id)).find((name) => name.startsWith('old.'));
    const format = formats[extname(old ?? '')];
    if (old === undefined || format === undefined) return [];
    const read = (name: string) => readFileSync(join(folder, id, name), 'utf8');
    return [{ old: read(old), new: read(old.replace('old.', 'new.')), format }];
  });
}
