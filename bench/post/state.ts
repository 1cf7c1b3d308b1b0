import * as z from 'zod';
import { assess } from '../../lambda/assess/assess.ts';
import type { VersionRecord } from '../../lambda/core/archive.ts';
import { addDays, parseLocalDate } from '../../lambda/core/calendar/local-date.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { post } from '../../lambda/post/post.ts';
import { setting } from '../../test/steps/setting.ts';
import { generatePair } from '../compare/generate.ts';

export const policyId = parsePolicyId('terms');

/** A policy just before a posting: the rows of its versions and the objects beside them. */
export const savedState = z.object({
  rows: z.array(z.custom<VersionRecord>()),
  objects: z.array(z.object({ key: z.string(), text: z.string(), contentType: z.string() })),
  /** When the last version is posted, ISO 8601 UTC. */
  now: z.iso.datetime(),
  source: z.string(),
});
export type SavedState = z.infer<typeof savedState>;

/** Days from one version to the next: each takes effect before the next one comes. */
const apart = 40;
const share = 0.05;

/**
 * `versions` of a policy, all but the last posted and in force in their turn. The last two have about `bytes` (a posting
 * reads no text older than that); between them a twentieth of the sentences is changed. The last waits to be posted.
 */
export async function stateBefore(versions: number, bytes: number): Promise<SavedState> {
  const company = setting();
  const { old, new: fresh } = generatePair(bytes, share, 7);
  const day = (number: number): string =>
    `${addDays(parseLocalDate('2020-01-06'), number * apart)}T09:00:00.000Z`;
  for (let number = 1; number < versions; number += 1) {
    const released = await company.release(
      policy(number < versions - 1 ? '' : old, 30 + number),
      day(number),
    );
    await post(company.ports, { ...released, now: day(number + 1) });
  }
  const now = day(versions + 1);
  const source = policy(fresh, 30);
  const last = await company.publishObject(await company.drop(source), now);
  await assess(company.ports, { ...last, now });
  const objects = company.documents.keys().map((key) => {
    return { key, text: company.documents.text(key), contentType: company.documents.contentType(key) };
  });
  return { rows: [...(await company.archive.versions(policyId))], objects, now, source };
}

function policy(text: string, days: number): string {
  return `# Terms of Service\n\n## Logs\n\nWe delete server logs after ${days} days.\n\n${text}\n\nEffective Date: January 3rd, 2017\n`;
}
