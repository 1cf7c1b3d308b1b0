import { decisionNow } from './amendment.ts';
import type { VersionRecord } from './archive.ts';
import type { RequestInput } from './decide/request.ts';
import type { Source } from './document/source.ts';
import type { Documents } from './documents.ts';
import { findEffectiveDate } from './effective-date/find.ts';
import { sourceText } from './version-texts.ts';

/** The dates that two texts carry: what a decision is made of. */
export type VersionDates = Pick<RequestInput, 'sourceDate' | 'previousSourceDate' | 'previousPosted'>;

/** Reads the date lines of a text and of the version before it. Throws BadDate for an ambiguous or impossible one. */
export async function versionDates(
  documents: Documents,
  source: Source,
  previous: VersionRecord | null,
): Promise<VersionDates> {
  const before = previous === null ? null : await sourceText(documents, previous);
  const previousSourceDate = before && dateOf(before);
  return {
    sourceDate: dateOf(source),
    previousSourceDate,
    previousPosted: (previous && decisionNow(previous)?.effectiveDate) ?? previousSourceDate,
  };
}

function dateOf({ text, format }: Source): VersionDates['sourceDate'] {
  return findEffectiveDate(text, format)?.date ?? null;
}
