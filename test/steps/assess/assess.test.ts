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
  const { stored, answer } = await assessed(
    terms('We delete all server logs after thirty days of sucessive storage.'),
    terms('We delete all server logs after thirty days of successive storage.'),
    terms('We delete all server logs after ninety days of successive storage.'),
  );
  expect(stored).toMatchObject({ previous: 2, lastTold: 1, sinceTold: { significance: 'significant' } });
  expect(answer.significance).toBe('significant');
});

test('asked again, it answers what it stored, also after the version moved on', async () => {
  const { company, published, answer, stored } = await assessed(terms('A.'), terms('We sell your data.'));
  expect(await assess(company.ports, { ...published, now })).toEqual(answer);
  const again: unknown = JSON.parse(company.documents.text(documentKeys.assessment(policyId, 2)));
  expect(again).toEqual(stored);
});
