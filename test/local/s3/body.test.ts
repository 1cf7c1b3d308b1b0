import * as fc from 'fast-check';
import { readUpload } from '../../../local/s3/body.ts';
import { checksumNames, checksumOf } from '../../../local/s3/checksums.ts';

const streaming = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

function framed(chunks: readonly Uint8Array[], trailer = '', signature = ''): Buffer {
  const parts = chunks.flatMap((chunk) => [
    Buffer.from(`${chunk.length.toString(16)}${signature}\r\n`),
    Buffer.from(chunk),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`0${signature}\r\n${trailer}\r\n`)]);
}

function headersFor(bytes: Uint8Array): Record<string, string> {
  return { 'x-amz-content-sha256': streaming, 'x-amz-decoded-content-length': String(bytes.length) };
}

const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 6 });

test('framing is never stored, however the bytes were cut and signed', () => {
  fc.assert(
    fc.property(chunks, fc.constantFrom('', `;chunk-signature=${'a'.repeat(64)}`), (parts, signature) => {
      const bytes = Buffer.concat(parts);
      const value = checksumOf('crc32', bytes);
      const body = framed(parts, `x-amz-checksum-crc32:${value}\r\n`, signature);
      const upload = readUpload(headersFor(bytes), body);
      expect(upload.bytes.equals(bytes)).toBe(true);
      expect(upload.checksum).toEqual({ name: 'crc32', value });
    }),
  );
});

test('a framed body that stops anywhere before its end is refused', () => {
  const bytes = Buffer.from('The whole text');
  const whole = framed([bytes.subarray(0, 5), bytes.subarray(5)]);
  const lastChunk = whole.lastIndexOf('0\r\n');
  for (let end = 0; end <= lastChunk; end += 1) {
    expect(() => readUpload(headersFor(bytes), whole.subarray(0, end))).toThrow(
      expect.objectContaining({ code: 'IncompleteBody' }),
    );
  }
  expect(readUpload(headersFor(bytes), whole).bytes.equals(bytes)).toBe(true);
});

test.each([
  ['a length that does not add up', { 'x-amz-decoded-content-length': '3' }, 'IncompleteBody'],
  ['no length', { 'x-amz-decoded-content-length': undefined }, 'InvalidRequest'],
])('a framed body with %s is refused', (_, wrong, code) => {
  const bytes = Buffer.from('text');
  expect(() => readUpload({ ...headersFor(bytes), ...wrong }, framed([bytes]))).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each(checksumNames)('bytes that do not match their %s are refused', (name) => {
  const header = `x-amz-checksum-${name}`;
  const value = checksumOf(name, Buffer.from('text'));
  expect(readUpload({ [header]: value }, Buffer.from('text')).checksum).toEqual({ name, value });
  expect(() => readUpload({ [header]: value }, Buffer.from('Text'))).toThrow(
    expect.objectContaining({ code: 'BadDigest' }),
  );
});

test('bytes that do not match their MD5 or their signed hash are refused', () => {
  const text = Buffer.from('text');
  expect(() => readUpload({ 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' }, text)).toThrow(
    expect.objectContaining({ code: 'BadDigest' }),
  );
  expect(() => readUpload({ 'x-amz-content-sha256': 'a'.repeat(64) }, text)).toThrow(
    expect.objectContaining({ code: 'XAmzContentSHA256Mismatch' }),
  );
});

/** The check values of the catalogue of CRC algorithms, https://reveng.sourceforge.io/crc-catalogue/ */
test.each([
  ['crc32', 'cbf43926'],
  ['crc32c', 'e3069283'],
  ['crc64nvme', 'ae8b14860a799888'],
] as const)('%s is the one of the catalogue', (name, hex) => {
  expect(checksumOf(name, Buffer.from('123456789'))).toBe(Buffer.from(hex, 'hex').toString('base64'));
});
