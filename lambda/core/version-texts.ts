import { decisionNow } from './amendment.ts';
import type { VersionRecord } from './archive.ts';
import { parseDocument } from './document/parse.ts';
import type { PolicyDocument } from './document/model.ts';
import { type Source, sourceOf } from './document/source.ts';
import type { Documents } from './documents.ts';
import { stampEffectiveDate } from './effective-date/stamp.ts';

/** The text as it was published. Throws NotFound. */
export async function sourceText(documents: Documents, record: VersionRecord): Promise<Source> {
  const bytes = await documents.read(record.source);
  return sourceOf(new TextDecoder().decode(bytes), record.format);
}

/** The same, parsed. */
export async function sourceDocument(documents: Documents, record: VersionRecord): Promise<PolicyDocument> {
  return parseDocument(await sourceText(documents, record));
}

/**
 * The text as it is posted: the source with the decided date stamped. Computed, not read back, so that it is there as
 * soon as the decision is; before that it is the source itself.
 */
export async function postedText(documents: Documents, record: VersionRecord): Promise<Source> {
  const source = await sourceText(documents, record);
  const decision = decisionNow(record);
  if (decision === null) return source;
  const { language } = parseDocument(source);
  const stamped = stampEffectiveDate(source.text, record.format, decision.effectiveDate, language);
  return sourceOf(stamped.text, record.format);
}

/** The same, parsed. */
export async function postedDocument(documents: Documents, record: VersionRecord): Promise<PolicyDocument> {
  return parseDocument(await postedText(documents, record));
}
