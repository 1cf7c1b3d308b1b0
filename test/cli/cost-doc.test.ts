import { readFileSync } from 'node:fs';
import { costDoc, costDocPath } from '../../cli/cost-doc.ts';

test('docs/cost.md is what the cost model says today', () => {
  expect(readFileSync(costDocPath, 'utf8')).toBe(costDoc());
});
