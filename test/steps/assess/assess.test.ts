import { assess } from '../../../lambda/assess/assess.ts';
import { documentKeys } from '../../../lambda/core/documents.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { setting, terms } from '../setting.ts';

const now = '2026-03-02T10:00:00Z';
const policyId = parsePolicyId('terms');

async function assessed(...texts: string[]) {
  const company = setting();
  for (const text of texts.slice(0, -1)) await company.release(text, now);
  const published = await company.publishObject(await company.drop(texts.at(-1) ?? ''), now);
  const answer = await assess(company.ports, { ...published, now });
  const stored: unknown = JSON.parse(
    company.documents.text(documentKeys.assessment(policyId, published.version)),
  );
  return { company, published, answer, stored };
}

test('the first version is the baseline', async () => {
  const { answer, stored } = await assessed(terms('We keep server logs.'));
  expect(answer).toEqual({
    policyId: 'terms',
    version: 1,
    baseline: true,
    significance: 'none',
    approval: false,
  });
  expect(stored).toMatchObject({ baseline: true, previous: null, lastTold: null, changes: null });
});

test('a changed period is significant, with the rule, the reason and the citation', async () => {
  const { answer, stored } = await assessed(
    terms('We delete server logs after 30 days.'),
    terms('We delete server logs after 90 days.'),
  );
  expect(answer).toMatchObject({ version: 2, baseline: false, significance: 'significant' });
  expect(stored).toMatchObject({
    previous: 1,
    changes: {
      findings: [
        {
          rule: expect.stringMatching(/^K\d/),
          reason: expect.stringMatching(/\w/),
          citations: expect.arrayContaining([expect.any(String)]),
          old: { text: expect.stringContaining('30 days') },
          new: { text: expect.stringContaining('90 days') },
        },
      ],
    },
  });
});

test('a corrected typo is minor', async () => {
  const { answer } = await assessed(
    terms('We delete server logs after thirty days of sucessive storage.'),
    terms('We delete server logs after thirty days of successive storage.'),
  );
  expect(answer.significance).toBe('minor');
});

test('small steps are held against what customers were last told: the sum counts', async () => {
  const { company, stored, answer } = await assessed(
    terms('We delete all server logs after thirty days of sucessive storage.'),
    terms('We delete all server logs after thirty days of successive storage.'),
    terms('We delete all server logs after ninety days of successive storage.'),
  );
  expect(stored).toMatchObject({ previous: 2, lastTold: 1, sinceTold: { significance: 'significant' } });
  expect(await company.archive.version(policyId, 3)).toMatchObject({ comparedWith: 2 });
  expect(answer.significance).toBe('significant');
});

const thirty = terms('We delete server logs after 30 days.');
const ninety = terms('We delete server logs after 90 days.');

test('while a version is announced, one that leaves the text in force as it is takes it back', async () => {
  const { stored } = await assessed(thirty, ninety, `${thirty}\n`);
  expect(stored).toMatchObject({ withdraws: 2, previous: 1, lastTold: 1, significance: 'none' });
});

test.each([
  [
    'changes the text in force otherwise',
    thirty.replace('We keep your messages', 'We keep all your messages'),
  ],
  ['goes on from the announced one', ninety.replace('90', '120')],
  ['corrects the announced one', ninety.replace('servers in Port', 'servers at Port')],
])('while a version is announced, one that %s is held against it', async (_, text) => {
  const { stored } = await assessed(thirty, ninety, text);
  expect(stored).toMatchObject({ previous: 2 });
  expect(stored).not.toHaveProperty('withdraws');
});

test('one that changes the text in force in minor ways only takes the announced one back', async () => {
  const { answer, stored } = await assessed(
    terms('We delete server logs after 30 days of sucessive storage.'),
    terms('We sell your data to advertisers.'),
    terms('We delete server logs after 30 days of successive storage.'),
  );
  expect(answer).toMatchObject({ significance: 'minor' });
  expect(stored).toMatchObject({ withdraws: 2, previous: 1, significance: 'minor' });
});

test('asked again, it answers what it stored, also after the version moved on', async () => {
  const { company, published, answer, stored } = await assessed(terms('A.'), terms('We sell your data.'));
  expect(await assess(company.ports, { ...published, now })).toEqual(answer);
  const again: unknown = JSON.parse(company.documents.text(documentKeys.assessment(policyId, 2)));
  expect(again).toEqual(stored);
});
