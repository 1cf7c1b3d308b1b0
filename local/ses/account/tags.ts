import { invalidParameter } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';

export type Tags = Readonly<Record<string, string>>;

const form = /^[A-Za-z0-9_-]{1,256}$/;

/**
 * Message tags: ASCII letters, digits, `_` and `-`, at most 256 characters each.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html
 */
export function readTags(query: Query, name: string): Tags {
  const tags: Record<string, string> = {};
  for (const tag of query.structures(name)) put(tags, tag.required('Name'), tag.required('Value'));
  return tags;
}

/** The `X-SES-MESSAGE-TAGS: a=b, c=d` header of a raw message. */
export function parseTagHeader(header: string): Tags {
  const tags: Record<string, string> = {};
  for (const pair of header.split(',').map((part) => part.trim())) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    if (equals < 0) throw invalidParameter(`Expected '=', got 'null'`);
    put(tags, pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
  }
  return tags;
}

function put(tags: Record<string, string>, name: string, value: string): void {
  if (!form.test(name))
    throw invalidParameter(`Invalid tag name <${name}>: use only A-Z a-z 0-9 _ and -, at most 256.`);
  if (!form.test(value)) {
    throw invalidParameter(`Invalid tag value <${value}>: use only A-Z a-z 0-9 _ and -, at most 256.`);
  }
  tags[name] = value;
}
