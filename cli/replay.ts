import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { Command } from 'commander';
import { classify } from '../lambda/core/classify/classify.ts';
import { compareDocuments } from '../lambda/core/compare/compare.ts';
import { parseDocument } from '../lambda/core/document/parse.ts';
import { readSource } from '../lambda/core/document/source.ts';
import { BadInput } from '../lambda/core/errors.ts';
import type { Significance } from '../lambda/core/significance.ts';
import { paint, paintSignificance } from './paint.ts';

/** One commit that touched the file; `path` is the file's name at that time. */
interface Commit {
  readonly hash: string;
  readonly date: string;
  readonly subject: string;
  readonly path: string;
}

/** `replay <repo> <path>`: every version of a file in a git history, and what would have been announced. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('run every consecutive version of a file in a git history: what would have been announced')
    .argument('<repo>', 'a git repository')
    .argument('<path>', 'the file inside it')
    .action(replay);
}

function replay(repo: string, path: string): void {
  const commits = historyOf(repo, path);
  let announced = 0;
  for (const [index, commit] of commits.entries()) {
    const before = commits[index - 1];
    const [significance, why] = before
      ? verdictOn(repo, before, commit)
      : (['none', 'the baseline'] as const);
    if (significance === 'significant' || significance === 'review') announced += 1;
    const word = paintSignificance(significance) + ' '.repeat(12 - significance.length);
    process.stdout.write(
      `${commit.date}  ${commit.hash.slice(0, 8)}  ${word} ${why} ${paint('dim', commit.subject)}\n`,
    );
  }
  process.stdout.write(`\n${commits.length} versions, ${announced} would have been announced.\n`);
}

function verdictOn(repo: string, before: Commit, after: Commit): readonly [Significance, string] {
  try {
    const { significance, findings } = classify(compareDocuments(read(repo, before), read(repo, after)));
    return [significance, findings[0]?.summary ?? 'the words are the same'];
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return ['review', error.message];
  }
}

function read(repo: string, { hash, path }: Commit) {
  return parseDocument(readSource(basename(path), git(repo, ['show', `${hash}:${path}`])));
}

/** Oldest first. Throws BadInput when there is no such repository or file. */
function historyOf(repo: string, path: string): Commit[] {
  const format = '%x01%H%x02%ad%x02%s';
  const log = git(repo, [
    'log',
    '--follow',
    '--diff-filter=AMR',
    '--date=short',
    `--format=${format}`,
    '--name-only',
    '--',
    path,
  ]);
  const commits = new TextDecoder()
    .decode(log)
    .split('\u0001')
    .filter((entry) => entry.trim() !== '')
    .map(parseCommit)
    .toReversed();
  if (commits.length > 0) return commits;
  throw new BadInput(`"${path}" has no history in "${repo}".`, 'Give the path as the repository has it.');
}

function parseCommit(entry: string): Commit {
  const [head = '', ...rest] = entry.split('\n');
  const [hash = '', date = '', subject = ''] = head.split('\u0002');
  return { hash, date, subject, path: rest.find((line) => line !== '') ?? '' };
}

function git(repo: string, args: readonly string[]): Uint8Array {
  try {
    return execFileSync('git', ['-C', repo, ...args], {
      maxBuffer: 64_000_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (cause) {
    throw new BadInput(`git cannot read "${repo}".`, 'Name a folder with a git repository in it.', { cause });
  }
}
