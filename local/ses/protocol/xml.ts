import type { SesError } from './error.ts';

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The characters XML 1.0 cannot carry at all, not even escaped. */
// oxlint-disable-next-line no-control-regex -- these control characters are what is looked for
const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as element content; a carriage return is written as a reference because parsers normalise it away. */
export function escapeXml(text: string): string {
  if (!/[&<>"\r]|[^\t\n\u0020-\uFFFD]/.test(text)) return text;
  return text
    .replace(unspeakable, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll('\r', '&#13;');
}

/** `<Name>text</Name>`; nothing at all when the text is undefined. */
export function element(name: string, text: string | number | boolean | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** `<Name>…</Name>` around markup that is already written. */
export function wrap(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>`;
}

/** A list as the Query protocol writes it: one `member` each. */
export function members(name: string, items: readonly string[]): string {
  return wrap(name, items.map((item) => wrap('member', item)).join(''));
}

/** The answer of an action that went well. */
export function answer(action: string, result: string, requestId: string): string {
  const metadata = wrap('ResponseMetadata', element('RequestId', requestId));
  return `<${action}Response xmlns="${namespace}">${wrap(`${action}Result`, result)}${metadata}</${action}Response>\n`;
}

/** https://docs.aws.amazon.com/ses/latest/dg/using-ses-api-responses.html */
export function refusal(error: SesError, requestId: string): string {
  const fields = Object.entries(error.fields).map(([name, value]) => element(name, value));
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const inner = [
    element('Type', type),
    element('Code', error.code),
    element('Message', error.message),
    ...fields,
  ];
  return `<ErrorResponse xmlns="${namespace}">${wrap('Error', inner.join(''))}${element('RequestId', requestId)}</ErrorResponse>\n`;
}
