import { BadInput } from '../errors.ts';
import type { Scope } from './audience.ts';
import { isAffected } from './audience.ts';
import { parseContact, parseStanding } from './customer.ts';
import type { DirectoryRow } from './directory.ts';
import type { Recipient, RecipientId } from './recipient.ts';
import { recipientId } from './recipient.ts';

/** What a row means for a notice: not its concern, somebody to write to, or an exception with its cause. */
export type Reading =
  | { readonly kind: 'outside' }
  | { readonly kind: 'recipient'; readonly recipient: Recipient }
  | {
      readonly kind: 'exception';
      readonly id: RecipientId;
      readonly customerId: string;
      readonly cause: string;
    };

/** What a reading needs of a notice. `languages`: the first is for every locale that has none of its own. */
export interface Frame extends Scope {
  readonly key: Uint8Array;
  readonly languages: readonly string[];
}

/** A row that cannot be judged counts as affected: it is listed, never passed over. */
export function readRow({ customerId, row }: DirectoryRow, frame: Frame): Reading {
  try {
    const standing = parseStanding(row);
    if (!isAffected(standing, frame)) return { kind: 'outside' };
    const { email, name, locale } = parseContact(row, standing);
    const id = recipientId(frame.key, customerId);
    const language = languageFor(locale, frame.languages);
    return { kind: 'recipient', recipient: { id, customerId, address: email, name, language } };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { kind: 'exception', id: recipientId(frame.key, customerId), customerId, cause: error.message };
  }
}

/** Does the row count towards the audience? One that cannot be judged does, as in `readRow`. */
export function concerns(row: DirectoryRow, scope: Scope): boolean {
  try {
    return isAffected(parseStanding(row.row), scope);
  } catch (error) {
    if (error instanceof BadInput) return true;
    throw error;
  }
}

/** `de-AT` -> `de` when there is a German notice, else the first language. */
export function languageFor(locale: string, languages: readonly string[]): string {
  const wanted = (locale.split(/[-_]/)[0] ?? '').toLowerCase();
  return languages.find((language) => language === wanted) ?? languages[0] ?? 'en';
}
