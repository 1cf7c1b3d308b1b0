import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { classify } from '../lambda/core/classify/classify.ts';
import { compareDocuments } from '../lambda/core/compare/compare.ts';
import { BadInput } from '../lambda/core/errors.ts';
import { isAnnounced } from '../lambda/core/significance.ts';
import { standaloneComparison } from '../lambda/core/pages/standalone.ts';
import { readDocument } from './files.ts';
import { comparePairs } from './pairs.ts';
import { printComparison } from './print-comparison.ts';
import { exitCode } from './exit-code.ts';

interface Options {
  readonly json?: boolean;
  readonly html?: string;
  readonly pairs?: string;
}

/** `compare <old> <new>`: what changed, how much it matters, and why. Needs no AWS. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('compare two files and say whether customers must be told, with reasons')
    .argument('[old]', 'the text that applies today (.md, .html, .txt)')
    .argument('[new]', 'the text that is to replace it')
    .option('--json', 'print the findings as JSON')
    .option('--html <file>', 'also write a self-contained comparison page')
    .option(
      '--pairs <folder>',
      'compare every <id>/old.* with <id>/new.* of <folder>/index.jsonl, one JSON line a pair',
    )
    .addHelpText('after', '\nExit code: 0 nothing or minor, 3 significant or to be reviewed, 2 bad input.')
    .action(compareFiles);
}

function compareFiles(oldPath: string | undefined, newPath: string | undefined, options: Options): void {
  if (options.pairs !== undefined) return comparePairs(options.pairs);
  if (oldPath === undefined || newPath === undefined) {
    throw new BadInput('Two files are needed.', 'Name the old and the new text: compare old.md new.md');
  }
  const comparison = compareDocuments(readDocument(oldPath), readDocument(newPath));
  const classification = classify(comparison);
  if (options.html !== undefined)
    writeFileSync(options.html, standaloneComparison(comparison, classification));
  if (options.json === true) process.stdout.write(`${JSON.stringify(classification, null, 2)}\n`);
  else printComparison(comparison, classification, { oldPath, newPath });
  process.exitCode = isAnnounced(classification.significance) ? exitCode.announced : exitCode.quiet;
}
