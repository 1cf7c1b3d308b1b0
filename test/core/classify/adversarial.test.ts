import { isAnnounced } from '../../../lambda/core/significance.ts';
import { checkMinorProof } from '../../../lambda/core/classify/proof/proof.ts';
import pairs from './adversarial.json';
import { verdictOn } from './judge.ts';

const cases = pairs.map((pair) => [pair.id, pair.label, pair.what, pair] as const);

test('there are more than a hundred written pairs', () => {
  expect(pairs.length).toBeGreaterThan(100);
});

test.each(cases)('%s is %s: %s', (_, label, _what, pair) => {
  const { comparison, classification } = verdictOn(pair.old, pair.new);
  expect([label, ...classification.findings.map(({ rule }) => rule)][0]).toBe(label);
  expect({
    announced: isAnnounced(classification.significance),
    findings: classification.findings.map(({ rule, terms }) => `${rule} ${terms.join(' ')}`),
  }).toEqual({
    announced: label === 'significant',
    findings: expect.anything(),
  });
  const failures = label === 'minor' ? checkMinorProof(comparison, classification).failures : [];
  expect(failures).toEqual([]);
});
