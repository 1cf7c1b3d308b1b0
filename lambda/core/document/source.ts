import { createHash } from 'node:crypto';
import { BadInput } from '../errors.ts';
import type { ContentHash } from '../ids.ts';
import { decode } from './decode.ts';
import type { Damage, Format } from './model.ts';

/** One policy text as read: newlines are `\n`, no BOM; `hash` is of the bytes as they came. */
export interface Source {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
  readonly hash: ContentHash;
  readonly damage: readonly Damage[];
}

const formatOfExtension: Readonly<Record<string, Format>> = {
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  txt: 'txt',
};
/** The longest policy we know is a tenth of this. */
const largest = 2_000_000;

/**
 * Reads a source file given its name and bytes. Throws BadInput for an extension we do not read, an empty, binary or
 * oversized file, UTF-16, and bytes that are not UTF-8; the message says where and what to do.
 */
export function readSource(name: string, bytes: Uint8Array): Source {
  const format = formatOf(name);
  if (bytes.length > largest) {
    throw new BadInput(
      `${name} has ${bytes.length} bytes, more than the ${largest} a policy may have.`,
      'Publish the text alone, without embedded images or scripts.',
    );
  }
  const text = decode(name, bytes);
  if (text.trim() === '')
    throw new BadInput(`${name} is empty.`, 'Publish a file that holds the text of the policy.');
  return { name, format, text, hash: hashOf(bytes), damage: [] };
}

/** A source from a string, for callers that already hold the text; the hash is of its UTF-8 bytes. */
export function sourceOf(text: string, format: Format): Source {
  const normal = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return {
    name: `text.${format}`,
    format,
    text: normal,
    hash: hashOf(new TextEncoder().encode(text)),
    damage: [],
  };
}

function formatOf(name: string): Format {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = formatOfExtension[extension];
  if (format !== undefined) return format;
  throw new BadInput(
    `${name} is not a policy format we read.`,
    'Name it .md, .markdown, .html, .htm or .txt, after what it holds.',
  );
}

function hashOf(bytes: Uint8Array): ContentHash {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (isContentHash(hash)) return hash;
  throw new TypeError(`SHA-256 gave "${hash}"`);
}

function isContentHash(hash: string): hash is ContentHash {
  return /^[0-9a-f]{64}$/.test(hash);
}
