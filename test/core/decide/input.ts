import { parseLocalDate } from '../../../lambda/core/calendar/local-date.ts';
import type { DecideInput } from '../../../lambda/core/decide/deciding.ts';
import type { Block, PolicyDocument } from '../../../lambda/core/document/model.ts';
import { parsePolicyId, type LocalDate } from '../../../lambda/core/ids.ts';
import type { PolicySettings } from '../../../lambda/core/settings/settings.ts';

/** Shorter to read in a table. */
export const day = (text: string): LocalDate => parseLocalDate(text);

/** A document of one section with these paragraphs. */
export function documentOf(section: string, ...paragraphs: readonly string[]): PolicyDocument {
  const blocks = paragraphs.map((text): Block => ({
    kind: 'p',
    text,
    path: section === '' ? [] : ['Privacy Policy', section],
    links: [],
    marks: [],
    depth: 0,
    source: { start: 0, end: 0 },
  }));
  return { format: 'md', source: '', title: 'Privacy Policy', language: 'en', blocks, damage: [] };
}

export const policy: PolicySettings = {
  name: { en: 'Privacy Policy' },
  audience: {},
  regimes: [],
  significantDays: 30,
  minorMovesDate: true,
  approval: 'never',
  approvalDays: 14,
};

/** A significant change of version 2, on 28 February 2025, three days of sending; change what a test is about. */
export function input(facts: Partial<DecideInput> = {}): DecideInput {
  return {
    policyId: parsePolicyId('privacy-policy'),
    version: 2,
    policy,
    timeZone: 'Europe/Berlin',
    now: '2025-02-28T09:00:00Z',
    significance: 'significant',
    baseline: false,
    sendingDays: 3,
    previousPosted: day('2017-01-03'),
    previousSourceDate: day('2017-01-03'),
    sourceDate: day('2017-01-03'),
    document: documentOf('Changes', 'Words.'),
    ...facts,
  };
}
