import { Command } from 'commander';
import { BadInput } from '../lambda/core/errors.ts';
import type { Rule } from '../lambda/core/rules/model.ts';
import { rules } from '../lambda/core/rules/rules.ts';
import { paint, paintSignificance } from './paint.ts';
import { wrap } from './wrap.ts';

/** `rules`: the whole table, a line a rule. */
export function rulesCommand(): Command {
  return new Command('rules').description('list every rule of the classifier').action(() => {
    for (const rule of rules) process.stdout.write(`${line(rule)}\n`);
  });
}

/** `explain <rule>`: one rule in full. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('explain one rule: what it sees, why it matters, and on whose authority')
    .argument('<rule>', 'an id such as K23')
    .action(explain);
}

function line(rule: Rule): string {
  const word = paintSignificance(rule.significance) + ' '.repeat(12 - rule.significance.length);
  return `${rule.id.padEnd(6)} ${word} ${rule.title}`;
}

function explain(id: string): void {
  const rule = rules.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (rule === undefined) throw new BadInput(`There is no rule "${id}".`, 'See: policy-notice rules');
  const parts = [
    line(rule),
    wrap(`  why    ${rule.reason}`, 9),
    `  for    ${rule.direction}`,
    ...rule.citations.map((citation) => `  ${paint('dim', 'cites')}  ${citation}`),
  ];
  process.stdout.write(`${parts.join('\n')}\n`);
}
