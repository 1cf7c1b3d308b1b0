import { ruleById, rules } from '../../../lambda/core/rules/rules.ts';
import { highest } from '../../../lambda/core/significance.ts';
import { classify } from '../../../lambda/core/classify/classify.ts';
import { documentRules } from '../../../lambda/core/rules/document.ts';
import { compared, verdictOn } from '../classify/judge.ts';

const ofDocuments = new Set<string>(documentRules.map(({ id }) => id));
const kinds = Array.from({ length: 49 }, (_, index) => `K${String(index + 1).padStart(2, '0')}`);

function idsFor({ old, new: fresh }: { readonly old: string; readonly new: string }): string[] {
  const bare = classify(compared(old, fresh)).findings.filter(({ rule }) => ofDocuments.has(rule));
  return [...bare, ...verdictOn(old, fresh).classification.findings].map(({ rule }) => rule);
}

test('the table has a row for each of the 49 kinds, and ids are unique', () => {
  expect(kinds.filter((kind) => !rules.some((rule) => rule.kind === kind))).toEqual([]);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

test('every rule cites somebody and gives its reason as a sentence', () => {
  for (const { id, reason, citations } of rules) {
    expect([id, citations.length > 0, reason.endsWith('.')]).toEqual([id, true, true]);
  }
});

test.each(rules.map((rule) => [rule.id, rule.title, rule] as const))(
  '%s fires on its example (%s)',
  (id, _, rule) => {
    expect(idsFor(rule.fires)).toContain(id);
  },
);

test.each(rules.map((rule) => [rule.id, rule.title, rule] as const))(
  '%s spares its counter-example (%s)',
  (id, _, rule) => {
    expect(idsFor(rule.spares)).not.toContain(id);
  },
);

test('rows stand most severe first, and the unknown comes after all that are known', () => {
  const ranks = rules
    .slice(4)
    .map(({ significance, id }) =>
      id === 'K50' ? 1 : ['significant', 'review', 'minor'].indexOf(significance),
    );
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(highest(rules.map(({ significance }) => significance))).toBe('significant');
});

test('a rule is found by its id', () => {
  expect(ruleById('K23')?.title).toMatch(/Retention/);
  expect(ruleById('K99')).toBeUndefined();
});
