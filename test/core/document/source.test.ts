import { readSource, sourceOf } from '../../../lambda/core/document/source.ts';
import { BadInput } from '../../../lambda/core/errors.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const reading = (name: string, content: Uint8Array) => () => readSource(name, content);

describe('a source file', () => {
  test.each([
    ['policy.md', 'md'],
    ['policy.MARKDOWN', 'md'],
    ['a/b/policy.html', 'html'],
    ['policy.htm', 'html'],
    ['policy.v2.txt', 'txt'],
  ])('%s is read as %s', (name, format) => {
    expect(readSource(name, bytes('Text.'))).toMatchObject({ name, format, text: 'Text.', damage: [] });
  });

  test('has its BOM removed and its line ends made one kind, and is hashed as it came', () => {
    const source = readSource('p.txt', bytes('\ufeffone\r\ntwo\rthree\n'));
    expect(source.text).toBe('one\ntwo\nthree\n');
    expect(readSource('p.txt', bytes('one')).hash).toBe(
      '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
    );
    expect(source.hash).not.toBe(readSource('p.txt', bytes('one\ntwo\nthree\n')).hash);
  });

  test('made from a string is the file with that text', () => {
    const { text, hash, format } = readSource('p.md', bytes('# A\r\n'));
    expect(sourceOf('# A\r\n', 'md')).toMatchObject({ text, hash, format });
  });
});

describe('a file that cannot be used is refused with its name, the place and what to do', () => {
  test.each([
    ['policy.docx', bytes('x'), /policy\.docx is not a policy format.*\.md/],
    ['policy', bytes('x'), /not a policy format/],
    ['empty.md', bytes(''), /empty\.md is empty/],
    ['blank.md', bytes('\ufeff \n\t\u00a0\n'), /blank\.md is empty/],
    ['image.txt', bytes('ab\nc\u0000d'), /image\.txt is not text: control byte 0x00 at byte 4, line 2/],
    ['wide.txt', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), /wide\.txt is UTF-16.*UTF-8/],
    ['wide.txt', Uint8Array.of(0xfe, 0xff, 0x00, 0x61), /UTF-16/],
    ['big.md', new Uint8Array(2_000_001).fill(0x61), /big\.md has 2000001 bytes/],
    ['latin.txt', Uint8Array.of(0x61, 0x0a, 0x63, 0xe9, 0x20, 0x61), /0xe9 at byte 3, line 2.*Windows-1252/],
    ['cut.txt', Uint8Array.of(0x61, 0xe2, 0x80), /0xe2 at byte 1/],
    ['overlong.txt', Uint8Array.of(0x61, 0xc0, 0xaf), /0xc0 at byte 1/],
    ['overlong3.txt', Uint8Array.of(0xe0, 0x80, 0xaf), /0xe0 at byte 0/],
    ['surrogate.txt', Uint8Array.of(0x61, 0x62, 0xed, 0xa0, 0x80), /0xed at byte 2/],
    [
      'beyond.txt',
      Uint8Array.of(0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0xf4, 0x90, 0x80, 0x80),
      /0xf4 at byte 6/,
    ],
  ])('%s', (name, content, message) => {
    expect(reading(name, content)).toThrow(BadInput);
    expect(reading(name, content)).toThrow(message);
  });

  test('exactly the largest size is still read', () => {
    expect(readSource('p.txt', new Uint8Array(2_000_000).fill(0x61)).text).toHaveLength(2_000_000);
  });
});
