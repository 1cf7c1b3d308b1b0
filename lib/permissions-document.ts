import * as z from 'zod';
import { steps } from '../lambda/steps.ts';
import { notation } from './notation.ts';
import { actionInWords, conditionInWords, resourceInWords } from './permission-words.ts';
import type { Permission } from './permissions.ts';
import { permissionsOf } from './permissions.ts';

/** The roles beside those of the steps, by their logical id. */
const otherRoles = [
  [/WorkflowPolicyChangeRole/, 'The state machine'],
  [/WorkflowPolicyChangeEventsRole/, 'The rule that starts a run'],
  [/EvidenceRuleRole/, 'The rule that keeps what SES says'],
  [/EvidenceStreamRole/, 'The stream of evidence'],
] as const;

const preface = `# Permissions

What each part of the deployed stack may do, and to what; it can do nothing else. Generated from the synthesised
template by \`npm run permissions\`. One test fails when this page is out of date, another when a step is granted an
action that its code does not call, or calls one that it is not granted.
`;

/** The page docs/permissions.md of a template, as Markdown. Throws TypeError for what it has no words for. */
export function permissionsDocument(template: unknown): string {
  const sections = permissionsOf(template)
    .map(({ role, description, permissions }) => ({ title: titleOf(role, description), permissions }))
    .sort((a, b) => rank(a.title) - rank(b.title));
  return [preface, ...sections.map(({ title, permissions }) => section(title, permissions))].join('\n');
}

function titleOf(role: string, description: string | null): string {
  const step = steps.find((name) => description === `policy-notice: ${name}`);
  if (step !== undefined) return `The step \`${step}\``;
  const other = otherRoles.find(([pattern]) => pattern.test(role));
  if (other !== undefined) return other[1];
  throw new TypeError(`The role ${role} has no name in lib/permissions-document.ts.`);
}

function rank(title: string): number {
  const step = steps.findIndex((name) => title === `The step \`${name}\``);
  return step === -1 ? steps.length : step;
}

function section(title: string, permissions: readonly Permission[]): string {
  const rows = new Map<string, string[]>();
  for (const { action, resource, condition } of permissions) {
    const place = [resourceInWords(resource), onlyIf(condition)].filter((part) => part !== '').join(', ');
    rows.set(place, [...(rows.get(place) ?? []), action].sort());
  }
  const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, actions]) => row(place, actions));
  return [`## ${title}`, '', '| may | on | as the actions |', '| --- | --- | --- |', ...lines, ''].join('\n');
}

function row(place: string, actions: readonly string[]): string {
  const words = [...new Set(actions.map(actionInWords))].join(', ');
  const codes = [...new Set(actions)].map((action) => `\`${action}\``).join(' ');
  return `| ${words} | ${place} | ${codes} |`;
}

const values = z.record(z.string(), z.unknown());
const conditions = z.strictObject({
  StringEquals: values,
  'ForAllValues:StringEquals': values.default({}),
  // Only ever "must be given", beside what is asked of all values.
  Null: z.record(z.string(), z.literal('false')).optional(),
});

function onlyIf(condition: unknown): string {
  if (condition === undefined) return '';
  const { StringEquals: one, 'ForAllValues:StringEquals': all } = conditions.parse(condition);
  return Object.entries({ ...one, ...all })
    .map(([key, value]) => conditionInWords(key, notation(value)))
    .join(', ');
}
