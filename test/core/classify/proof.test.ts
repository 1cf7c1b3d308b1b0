import { checkMinorProof } from '../../../lambda/core/classify/proof/proof.ts';
import type { Finding } from '../../../lambda/core/classify/model.ts';
import { compared, inContext, verdictOn } from './judge.ts';

const minor = verdictOn('We recieve letters.', 'We receive letters.');
const withFinding = (change: Partial<Finding>): readonly string[] =>
  checkMinorProof(minor.comparison, {
    ...minor.classification,
    findings: minor.classification.findings.map((finding) => ({ ...finding, ...change })),
  }).failures;

test('the proof of an honest verdict holds', () => {
  expect(withFinding({})).toEqual([]);
});

test('a proof without transformations, or with one that nobody knows, fails', () => {
  expect(withFinding({ transformations: [] }).join()).toContain('no known transformation');
  expect(withFinding({ transformations: ['wishful thinking'] }).join()).toContain('wishful thinking');
});

test('a step that its transformation does not license fails', () => {
  expect(withFinding({ steps: [{ transformation: 'spelling', old: 'keep', new: 'sell' }] }).join()).toContain(
    'is no spelling',
  );
  expect(
    withFinding({
      steps: [{ transformation: 'plain rewording', old: 'We keep it.', new: 'We never keep it.' }],
    }).join(),
  ).toContain('is no plain rewording');
  expect(
    withFinding({ steps: [{ transformation: 'said elsewhere', old: '', new: 'We sell it.' }] }).join(),
  ).toContain('is no said elsewhere');
});

test.each([
  ['modal of equal force', 'must', 'must', { old: 'must', new: 'will' }],
  ['weightless word', 'never', '', undefined],
  ['own name', 'birchwood', 'we', undefined],
  ['legal form', 'partner', '', undefined],
  ['identifier', 'letters', '', undefined],
  ['sentence split', 'and your data', '', undefined],
  ['abbreviation', 'gps', 'location', undefined],
  ['spelling', 'canot', 'can', undefined],
  ['spelling', 'nver', 'never', undefined],
  ['tense', 'may', '', { old: 'may', new: '' }],
  ['law in force', 'whether you pay', '', undefined],
  ['interface label', 'agree', 'never agree', undefined],
  ['get passive', 'sell', '', undefined],
  ['subject missed', 'we', '', undefined],
  ['list joint', 'or', '', undefined],
  ['generic subject', 'some', '', undefined],
  ['name order', 'the Lower Mill Board', 'the Mill Upper Board', undefined],
  ['question', 'When do we open letters?', 'When do we sell letters?', undefined],
  ['aside moved', 'We may, by day, open boxes.', 'We may open boxes by night.', undefined],
  ['courtesy', 'We respect your privacy and never open letters.', 'We respect your privacy.', undefined],
  ['change log entry', '', '3 March 2024: letters are sold', undefined],
])('a step called %s is refused where it says more: "%s" -> "%s"', (transformation, old, fresh, written) => {
  const step = { transformation, old, new: fresh, ...(written === undefined ? {} : { written }) };
  expect(withFinding({ steps: [step] }).join()).toContain(`is no ${transformation}`);
});

test('steps that do not arrive at the new text fail', () => {
  const { comparison, classification } = verdictOn('We will answer letters.', 'We answer letters.');
  const findings = classification.findings.map((finding) => ({ ...finding, steps: [] }));
  expect(checkMinorProof(comparison, { ...classification, findings }).failures.join()).toContain(
    'do not lead',
  );
});

test('a finding of a significant rule proves nothing minor', () => {
  expect(withFinding({ rule: 'K02' }).join()).toContain('not a minor one');
});

test('a difference that no finding explains fails', () => {
  const comparison = compared(inContext('We lend keys.'), inContext('We never lend keys.'));
  expect(checkMinorProof(comparison, { ...minor.classification, findings: [] }).failures).toHaveLength(2);
});

test('transformations that are named but were not needed do not hide one that is missing', () => {
  const { comparison, classification } = verdictOn('We honour letters.', 'We honor the letters.');
  const findings = classification.findings.map((finding) => ({
    ...finding,
    transformations: ['spelling variant'],
  }));
  expect(classification.findings[0]?.transformations).toEqual(['spelling variant', 'function word']);
  expect(checkMinorProof(comparison, { ...classification, findings }).holds).toBe(false);
});
