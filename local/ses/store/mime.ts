/** The content of a mail: one alternative, or two that say the same. */
export interface Content {
  readonly text: string | undefined;
  readonly html: string | undefined;
}

export type HeaderLine = readonly [name: string, value: string];

/** RFC 5322: a line is at most 998 bytes, and better 78. */
const longestLine = 998;
const goodLine = 78;

/**
 * Writes a mail as MIME. Bodies stay readable in an editor (8bit) unless a line is too long for that.
 * Written here because a mail library took a millisecond for each, which a thousand mails would feel.
 * `boundary` must not occur in the content.
 */
export function writeMime(headers: readonly HeaderLine[], { text, html }: Content, boundary: string): Buffer {
  const parts = [
    ...(text === undefined ? [] : [part('text/plain', text)]),
    ...(html === undefined ? [] : [part('text/html', html)]),
  ];
  const top = [...headers.map(([name, value]) => header(name, value)), 'MIME-Version: 1.0'].join('\r\n');
  if (parts.length < 2) return Buffer.from(`${top}\r\n${parts[0] ?? part('text/plain', '')}`);
  const opening = `Content-Type: multipart/alternative; boundary="${boundary}"\r\n`;
  const inner = parts.map((one) => `\r\n--${boundary}\r\n${one}`).join('\r\n');
  return Buffer.from(`${top}\r\n${opening}${inner}\r\n--${boundary}--\r\n`);
}

function part(type: string, content: string): string {
  const body = content.replace(/\r\n|\r|\n/g, '\r\n');
  const fits = !body.includes('\0') && body.split('\r\n').every(isShort);
  const encoding = fits ? '8bit' : 'base64';
  const encoded = fits ? body : Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encoded}`;
}

function isShort(line: string): boolean {
  return line.length * 4 <= longestLine || Buffer.byteLength(line) <= longestLine;
}

/** One header, folded at spaces; as encoded words unless that is safe, so no value can start a header of its own. */
function header(name: string, value: string): string {
  if (!isPlain(value)) return `${name}: ${encodedWords(value).join('\r\n ')}`;
  if (name.length + value.length + 2 <= goodLine) return `${name}: ${value}`;
  return `${name}: ${fold(value)}`;
}

/** ASCII that can be folded without changing it: single spaces between words that fit a line. */
function isPlain(value: string): boolean {
  return /^[ -~]*$/.test(value) && !/^ | $| {2}|[!-~]{901}|=\?/.test(value);
}

function fold(value: string): string {
  let length = 0;
  return value.replace(/ (?=\S)[^ ]*/g, (word) => {
    length += word.length;
    if (length < goodLine - 20) return word;
    length = word.length;
    return `\r\n${word}`;
  });
}

/** RFC 2047: words of at most 75 characters, none of which cuts a character in two. */
function encodedWords(value: string): readonly string[] {
  const words: string[] = [];
  let chunk = '';
  for (const character of value) {
    if (Buffer.byteLength(chunk + character) > 45) {
      words.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`);
}
