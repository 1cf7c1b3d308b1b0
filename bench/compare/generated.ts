import type { Engine } from './engine.ts';
import { generatePair } from './generate.ts';
import { medianMs, printTable, ratio, short } from './measure.ts';
import { memoryOf } from './memory.ts';
import type { PeerResult } from './peers.ts';
import { runGit, runJsdiff } from './peers.ts';

const sizes = [5, 50, 500, 1_000, 2_000];
const shares = [0.01, 0.1, 0.5, 1];
const seed = 11;
const capMs = 30_000;

/** Compares generated pairs against jsdiff and git, and prints time, ratios, memory and growth. */
export function benchGenerated(engine: Engine, bundle: string): void {
  console.log(`Generated pairs: sentences changed; medians in ms; peers are stopped at ${capMs / 1000} s.`);
  const heading = 'KB changed parse compare jsdiff git jsdiff/us us/git fragments words peakMB heldMB'.split(
    ' ',
  );
  const compareMs = new Map<string, number>();
  const rows: string[][] = [];
  for (const share of shares) {
    const peers = new Peers();
    for (const size of sizes) {
      const row = oneRow(engine, bundle, size, share, peers);
      compareMs.set(`${size} ${share}`, row.compare);
      rows.push([...row.cells]);
    }
  }
  printTable(heading, rows);
  console.log(
    'parse: both texts. fragments, words: shown by us / by jsdiff. "-": the peer was stopped or skipped.\n',
  );
  printGrowth(compareMs);
}

/** A peer that was stopped at one size is not started at a larger one. */
class Peers {
  private jsdiffStopped = false;
  private gitStopped = false;

  jsdiff(old: string, fresh: string): PeerResult | null {
    const result = this.jsdiffStopped ? null : runJsdiff(old, fresh, capMs);
    this.jsdiffStopped = result === null;
    return result;
  }

  git(old: string, fresh: string): number | null {
    const ms = this.gitStopped ? null : runGit(old, fresh, capMs);
    this.gitStopped = ms === null;
    return ms;
  }
}

function oneRow(
  engine: Engine,
  bundle: string,
  size: number,
  share: number,
  peers: Peers,
): { readonly compare: number; readonly cells: readonly string[] } {
  const pair = generatePair(size * 1_000, share, seed);
  const old = engine.parse(pair.old, 'md');
  const fresh = engine.parse(pair.new, 'md');
  const parse = medianMs(() => [engine.parse(pair.old, 'md'), engine.parse(pair.new, 'md')]);
  const compare = medianMs(() => engine.compare(old, fresh));
  const ours = engine.marked(engine.compare(old, fresh));
  const jsdiff = peers.jsdiff(pair.old, pair.new);
  const git = peers.git(pair.old, pair.new);
  const theirs = jsdiff === null ? null : engine.markedIn(jsdiff.spans);
  const memory = memoryOf(bundle, pair.old, pair.new);
  const cells = [
    String(size),
    `${share * 100}%`,
    short(parse),
    short(compare),
    jsdiff === null ? '-' : short(jsdiff.ms),
    git === null ? '-' : short(git),
    jsdiff === null ? '-' : ratio(jsdiff.ms, compare),
    ratio(compare, git),
    ratio(ours.fragments, theirs?.fragments ?? null),
    ratio(ours.words, theirs?.words ?? null),
    short(memory.peak),
    short(memory.held),
  ];
  return { compare, cells };
}

function printGrowth(compareMs: ReadonlyMap<string, number>): void {
  console.log('Growth of the comparison when the text doubles:');
  const rows = shares.map((share) => {
    const at = (size: number) => compareMs.get(`${size} ${share}`) ?? 0;
    return [`${share * 100}%`, ratio(at(1_000), at(500)), ratio(at(2_000), at(1_000))];
  });
  printTable(['changed', '500 KB -> 1 MB', '1 MB -> 2 MB'], rows);
  console.log('');
}
