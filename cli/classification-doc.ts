import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recognisers } from '../lambda/core/classify/recognisers.ts';
import { wholeRecognisers } from '../lambda/core/classify/editorial/whole.ts';
import { transformations } from '../lambda/core/classify/normal/transformations.ts';
import { provenance } from '../lambda/core/lexicon/lexicon.ts';
import type { Rule } from '../lambda/core/rules/model.ts';
import { rules } from '../lambda/core/rules/rules.ts';

/** Where the generated page lies. */
export const classificationDocPath = join(__dirname, '..', 'docs', 'classification.md');

/** docs/classification.md, made from the rules table; a test holds the committed page against it. */
export function classificationDoc(): string {
  return `${[
    '# How a change is classified',
    'Generated from the rules table by `npx tsx cli/classification-doc.ts`; do not edit.',
    principle,
    ...ladder.flatMap(([significance, words]) => [
      `## ${words}`,
      ...rules.filter((rule) => rule.significance === significance).map(section),
    ]),
    '## Editorial transformations',
    'Canonical forms: two texts equal under one differ only in what its name says.',
    transformations.map(({ name }) => `- ${name}`).join('\n'),
    'Single edits, each licensed again by the proof checker:',
    Object.keys(recognisers)
      .map((name) => `- ${name}`)
      .join('\n'),
    'Whole statements that may come or go:',
    Object.keys(wholeRecognisers)
      .map((name) => `- ${name}`)
      .join('\n'),
    'And: `list order`, `voice` (active and passive), `moved unchanged`, `markup`, `case`, `typography`, `white space`, links on the same site, and `plain rewording`: a few words, none of them a term of the tables, in a statement that binds nobody, or one such word for one other (never where a rule fires).',
    '## Where the words come from',
    provenance
      .map(({ name, url, licence }) => `- ${name}${url === '' ? '' : ` (${url})`}. Licence: ${licence}.`)
      .join('\n'),
  ].join('\n\n')}\n`;
}

const principle = `Every change is judged by the first row that applies, most severe rank first; the version gets the highest verdict. A change is
minor only when named editorial transformations explain all of it, and a checker can prove that from the two texts alone. What no row knows is
significant. Damage, caps and a language whose words we do not know forbid "minor".`;

const ladder = [
  ['significant', 'Significant: customers are told'],
  ['review', 'Review: a person should look; significant if nobody does'],
  ['minor', 'Minor: posted, nobody is mailed'],
] as const;

function section({ id, title, direction, reason, citations, fires, spares }: Rule): string {
  return [
    `### ${id} ${title}`,
    `${reason} (${direction})`,
    `Fires: ${shown(fires)}`,
    `Spares: ${shown(spares)}`,
    `Cites: ${citations.join('; ')}.`,
  ].join('\n\n');
}

const longest = 90;

function shown({ old, new: fresh }: Rule['fires']): string {
  return `${code(old)} → ${code(fresh)}`;
}

function code(text: string): string {
  const line = text
    .replace(/\s*\n+\s*/g, ' ¶ ')
    .replaceAll('`', "'")
    .trim();
  return `\`${line.length > longest ? `${line.slice(0, longest)}…` : line}\``;
}

if (require.main === module) writeFileSync(classificationDocPath, classificationDoc());
