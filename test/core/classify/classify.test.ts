import { classify } from '../../../lambda/core/classify/classify.ts';
import { definedTerm } from '../../../lambda/core/classify/definitions.ts';
import { rules } from '../../../lambda/core/rules/rules.ts';
import { compared, inContext, verdictOn } from './judge.ts';

const findings = (old: string, fresh: string): ReturnType<typeof verdictOn>['classification']['findings'] =>
  verdictOn(old, fresh).classification.findings;

test('equal texts have no findings and no significance', () => {
  const { classification } = verdictOn('We keep letters.', 'We keep letters.');
  expect(classification).toMatchObject({ significance: 'none', findings: [], confidence: 1, forbidden: [] });
});

test('the highest finding decides, and stands first', () => {
  const { classification } = verdictOn(
    'We recieve letters.\n\nWe lend keys.',
    'We receive letters.\n\nWe do not lend keys.',
  );
  expect(classification.significance).toBe('significant');
  expect(classification.findings.map(({ significance }) => significance)).toEqual([
    'significant',
    'minor',
    'minor',
  ]);
});

test('a finding quotes both texts with their place in the source', () => {
  const { comparison, classification } = verdictOn('We keep logs for 30 days.', 'We keep logs for 90 days.');
  const [first] = classification.findings;
  expect(first).toMatchObject({
    rule: 'K23',
    direction: 'adverse',
    section: ['House rules'],
    terms: ['-number:30', '+number:90'],
  });
  expect(comparison.old.source.slice(first?.old?.start, first?.old?.end)).toBe('We keep logs for 30 days.');
  expect(comparison.new.source.slice(first?.new?.start, first?.new?.end)).toBe('We keep logs for 90 days.');
});

test('beside the rule that decides stand those that name something more, at most three, each with its basis', () => {
  const [first] = findings(
    'We will never use your address for advertising, and you can leave the newsletter.',
    'We may use your address to write to you, and you can object.',
  );
  expect(first?.rule).toBe('K33');
  expect(first?.also?.map(({ rule, shift }) => [rule, shift])).toEqual([
    ['K02', { lost: ['never'], gained: [] }],
    ['K26', { lost: ['will'], gained: ['may'] }],
  ]);
  for (const { reason, citations } of first?.also ?? []) {
    expect(reason).toMatch(/"(?:never|will)"/);
    expect(citations.length).toBeGreaterThan(0);
  }
});

test.each([
  ['Brightmeter Analytics processes it', false],
  ['we use it for analytics', true],
])('a purpose that is only part of a name is no ground of its own: %s', (clause, isPurpose) => {
  const old = 'We do not transfer personal data to other countries.';
  const also =
    findings(old, `We transfer personal data to the United States, where ${clause}.`)[0]?.also ?? [];
  expect(also.length).toBeGreaterThan(0);
  expect(also.some(({ rule }) => rule === 'K15')).toBe(isPurpose);
});

test('one reason is enough for a figure alone, for a whole sentence, and for what no rule knows', () => {
  expect(findings('We keep logs for 30 days.', 'We keep logs for 90 days.')[0]?.also).toEqual([]);
  expect(findings('We keep logs.', 'We keep logs.\n\nWe never sell data to Ashford.')[0]?.also).toEqual([]);
  expect(findings('Desks are of oak.', 'Desks are of glass, iron and rope.')[0]).toMatchObject({
    rule: 'K50',
    also: [],
  });
});

test('every finding has a sentence that shows old and new', () => {
  expect(findings('We keep logs for 30 days.', 'We keep logs for 90 days.')[0]?.summary).toBe(
    'House rules: Retention period changed or its limit removed: "We keep logs for 30 days." becomes "We keep logs for 90 days.".',
  );
  expect(findings('We keep logs.', 'We keep logs.\n\nWe open every parcel.')[0]?.summary).toContain(
    'new is "We open every parcel."',
  );
  expect(findings('We keep logs.\n\nWe never open a parcel.', 'We keep logs.')[0]?.summary).toContain(
    'gone is "We never open a parcel."',
  );
});

test('no summary says that nothing changes', () => {
  for (const { fires } of rules)
    for (const { summary } of findings(fires.old, fires.new))
      expect(summary).not.toMatch(/no impact|nothing changes/i);
});

test('a changed definition names the sections whose clauses use the term', () => {
  const rest = '\n\n## Deliveries\n\nThe Parcel is brought to your door.\n\n## Music\n\nWe like songs.';
  const [finding] = findings(`"Parcel" means a box.${rest}`, `"Parcel" means a small wooden thing.${rest}`);
  expect(finding).toMatchObject({ rule: 'K42', affects: ['House rules › Deliveries'] });
});

test.each([
  ['"Desk" means a table.', 'Desk'],
  ['“Personal Information” shall mean facts.', 'Personal Information'],
  ['„Dienst“ bedeutet die Werkstatt.', 'Dienst'],
  ['We like desks.', null],
])('the term defined by %s is %s', (text, term) => {
  expect(definedTerm(text)).toBe(term);
});

test('an unknown language is never minor', () => {
  const old =
    'Talouden säännöt ovat tässä. Me säilytämme kirjeet laatikossa ja avaamme oven aamulla. Tervetuloa kauppaan.';
  const verdict = classify(compared(old, old.replace('aamulla.', 'aamulla!')));
  expect(verdict.significance).toBe('review');
  expect(verdict.forbidden.join()).toContain('language');
});

test('hidden text and mixed alphabets forbid minor and say so', () => {
  const hidden = verdictOn(
    'We keep letters.',
    'We keep letters.<span style="display:none">x</span>',
  ).classification;
  expect(hidden.significance).toBe('significant');
  const bidi = verdictOn('We keep letters.', 'We keep letters\u202e!').classification;
  expect(bidi.forbidden.length + Number(bidi.significance === 'minor')).toBeGreaterThan(0);
});

test('what no table knows is significant, with the confidence of a guess', () => {
  const added =
    'Windows of coloured glass overlook several gardens where roses, tulips, lilies and old apple trees stand near a small river.';
  const { classification } = verdictOn('We keep letters.', `We keep letters. ${added}`);
  expect(classification).toMatchObject({
    significance: 'significant',
    findings: [{ rule: 'K50', transformations: [] }],
  });
  expect(classification.findings[0]?.confidence).toBeLessThan(0.9);
});

test('ids tell findings apart even when a sentence is repeated', () => {
  const twice = 'We lend keys.\n\n## More\n\nWe lend keys.';
  const ids = findings(twice, twice.replaceAll('We lend', 'We never lend')).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('text that is struck through in both versions is no change', () => {
  expect(findings('We ~~never~~ lend keys.', 'We ~~never~~ lend keys!').map(({ rule }) => rule)).toEqual([
    'K01',
  ]);
});

test('a text that only changes its format is not a change of words', () => {
  const markdown = inContext('We keep letters.');
  const html =
    '<h1>House rules</h1><p>This page says in plain words how the shop and its customers get along with each other.</p><p>We keep letters.</p><h2>Closing words</h2><p>Thank you for reading all of this, and for being with us since the shop was opened.</p>';
  const verdict = classify({
    ...compared(markdown, markdown),
    ...compared(html, html, 'html'),
    old: compared(markdown, markdown).old,
  });
  expect(['none', 'minor']).toContain(verdict.significance);
});
