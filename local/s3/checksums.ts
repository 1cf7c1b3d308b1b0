import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The checksums a client may send along, by the end of their header's name (`x-amz-checksum-crc32` …). */
export const checksumNames = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;
export type ChecksumName = (typeof checksumNames)[number];

/** A checksum as S3 sends it: base64 of its big-endian bytes. */
export interface Checksum {
  readonly name: ChecksumName;
  readonly value: string;
}

/** The checksum of the bytes, in base64. */
export function checksumOf(name: ChecksumName, bytes: Uint8Array): string {
  return algorithms[name](bytes);
}

const algorithms: Readonly<Record<ChecksumName, (bytes: Uint8Array) => string>> = {
  crc32: (bytes) => base64(crc32(bytes).toString(16).padStart(8, '0')),
  crc32c: (bytes) => crc(bytes, 32, 0x82f63b78n),
  crc64nvme: (bytes) => crc(bytes, 64, 0x9a6c9329ac4bc9b5n),
  sha1: (bytes) => createHash('sha1').update(bytes).digest('base64'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

/**
 * A reflected CRC, all ones at the start and inverted at the end, by table; written here because node:zlib has CRC-32
 * alone, while the AWS CLI sends CRC-64/NVME unless told otherwise.
 */
function crc(bytes: Uint8Array, bits: 32 | 64, polynomial: bigint): string {
  const table = tableOf(polynomial);
  const ones = (1n << BigInt(bits)) - 1n;
  let sum = ones;
  for (const byte of bytes) sum = (sum >> 8n) ^ (table[Number(sum & 0xffn) ^ byte] ?? 0n);
  return base64((sum ^ ones).toString(16).padStart(bits / 4, '0'));
}

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

const tables = new Map<bigint, readonly bigint[]>();

function tableOf(polynomial: bigint): readonly bigint[] {
  const known = tables.get(polynomial);
  if (known !== undefined) return known;
  const table = Array.from({ length: 256 }, (_, byte) => {
    let rest = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1n) === 1n ? (rest >> 1n) ^ polynomial : rest >> 1n;
    return rest;
  });
  tables.set(polynomial, table);
  return table;
}
