import { BadInput } from '../errors.ts';

/** Bytes to text: strict UTF-8, BOM removed, CRLF and CR to LF. Throws BadInput naming the place. */
export function decode(name: string, bytes: Uint8Array): string {
  refuseUtf16(name, bytes);
  refuseBinary(name, bytes);
  return strict(name, bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
}

function refuseUtf16(name: string, bytes: Uint8Array): void {
  const [first, second] = bytes;
  if (!(first === 0xff && second === 0xfe) && !(first === 0xfe && second === 0xff)) return;
  throw new BadInput(`${name} is UTF-16 (byte 0).`, 'Save it as UTF-8.');
}

function refuseBinary(name: string, bytes: Uint8Array): void {
  const at = bytes.findIndex(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d,
  );
  if (at < 0) return;
  throw new BadInput(
    `${name} is not text: control byte 0x${hex(bytes[at])} at byte ${at}, ${place(bytes, at)}.`,
    'Publish the policy as Markdown, HTML or plain text.',
  );
}

function strict(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const at = firstBroken(bytes);
    throw new BadInput(
      `${name} is not UTF-8: byte 0x${hex(bytes[at])} at byte ${at}, ${place(bytes, at)}.`,
      'Save it as UTF-8; it may be Windows-1252 or Latin-1, or cut off in the middle of a character.',
      { cause },
    );
  }
}

/** Offset of the first byte that no valid sequence covers. */
function firstBroken(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return bytes.length - 1;
}

/** Lead bytes, how long their sequence is, and what its second byte must lie between (RFC 3629, section 4). */
const sequences: readonly (readonly [
  lead: number,
  last: number,
  length: number,
  low: number,
  high: number,
])[] = [
  [0x00, 0x7f, 1, 0x00, 0xff],
  [0xc2, 0xdf, 2, 0x80, 0xbf],
  [0xe0, 0xe0, 3, 0xa0, 0xbf],
  [0xe1, 0xec, 3, 0x80, 0xbf],
  [0xed, 0xed, 3, 0x80, 0x9f],
  [0xee, 0xef, 3, 0x80, 0xbf],
  [0xf0, 0xf0, 4, 0x90, 0xbf],
  [0xf1, 0xf3, 4, 0x80, 0xbf],
  [0xf4, 0xf4, 4, 0x80, 0x8f],
];

/** Bytes of the valid UTF-8 sequence at an offset, 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  const [, , length, low, high] = sequences.find(([lead, last]) => byte >= lead && byte <= last) ?? [
    0, 0, 0, 0, 0,
  ];
  if (length < 2) return length;
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let step = 2; step < length; step++) if (((bytes[at + step] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function place(bytes: Uint8Array, at: number): string {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 0x0a) line++;
  return `line ${line}`;
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, '0');
}
