import { readFileSync } from 'node:fs';
import { classificationDoc, classificationDocPath } from '../../cli/classification-doc.ts';

test('docs/classification.md is what the rules table says today', () => {
  expect(readFileSync(classificationDocPath, 'utf8')).toBe(classificationDoc());
});
