import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { classify } from '../lambda/core/classify/classify.ts';
import { compareDocuments } from '../lambda/core/compare/compare.ts';
import { BadInput } from '../lambda/core/errors.ts';
import { readBytes, readDocument } from './files.ts';

const row = z.looseObject({ id: z.string().min(1) });

/** Compares every pair a folder's `index.jsonl` names and prints one JSON line each. Throws BadInput naming the line. */
export function comparePairs(folder: string): void {
  const lines = new TextDecoder().decode(readBytes(join(folder, 'index.jsonl'))).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const id = idOf(line, `${folder}/index.jsonl line ${index + 1}`);
    process.stdout.write(`${JSON.stringify(verdictOn(join(folder, id), id))}\n`);
  }
}

/** A pair that cannot be read is reported as such and never as minor; the others go on. */
function verdictOn(folder: string, id: string): object {
  try {
    const comparison = compareDocuments(
      readDocument(fileOf(folder, 'old')),
      readDocument(fileOf(folder, 'new')),
    );
    const { significance, confidence, findings } = classify(comparison);
    return {
      id,
      significance,
      confidence,
      findings: findings.length,
      rules: [...new Set(findings.map((f) => f.rule))],
    };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { id, significance: 'review', error: error.message };
  }
}

function fileOf(folder: string, stem: string): string {
  const name = readdirSync(folder).find((one) => one.startsWith(`${stem}.`));
  if (name === undefined)
    throw new BadInput(`"${folder}" has no ${stem}.*`, 'Add the file or remove the row.');
  return join(folder, name);
}

function idOf(line: string, place: string): string {
  try {
    return row.parse(JSON.parse(line)).id;
  } catch (cause) {
    throw new BadInput(`${place} is not a JSON row with an "id".`, 'Correct the line.', { cause });
  }
}
