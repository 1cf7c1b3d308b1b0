import { recipients, type Outcome, type StoredMessage } from '../store/message.ts';

/** What the list shows: a page of the messages that match, newest first. */
export interface Found {
  readonly messages: readonly StoredMessage[];
  readonly total: number;
  /** From 1; the last page when more was asked for. */
  readonly page: number;
  readonly pages: number;
}

export interface Wanted {
  /** Words, all of which have to occur in recipient, subject, tags or message id; case does not matter. */
  readonly words: string;
  readonly outcome: Outcome | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** Filters and cuts; `all` is oldest first. */
export function find(all: readonly StoredMessage[], wanted: Wanted): Found {
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = all.filter((message) => {
    if (wanted.outcome !== undefined && message.outcome !== wanted.outcome) return false;
    if (words.length === 0) return true;
    const text = searchable(message);
    return words.every((word) => text.includes(word));
  });
  const pages = Math.max(1, Math.ceil(matches.length / wanted.pageSize));
  const page = Math.min(Math.max(1, wanted.page), pages);
  const end = matches.length - (page - 1) * wanted.pageSize;
  const messages = matches.slice(Math.max(0, end - wanted.pageSize), end).reverse();
  return { messages, total: matches.length, page, pages };
}

function searchable(message: StoredMessage): string {
  const tags = Object.entries(message.tags).map(([name, value]) => `${name}=${value}`);
  return [...recipients(message), message.subject, message.id, ...tags].join('\n').toLowerCase();
}
