import { BadInput } from '../errors.ts';

/** A mailbox as SES v1 can take it: 7-bit local part, domain in Punycode, nothing around it. */
export type Address = string & { readonly brand: 'Address' };

const longestAddress = 254;
const longestLocalPart = 64;
const localPartForm = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainForm = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/;

/**
 * One bare mailbox, its domain in lower-case Punycode. Strict on purpose: one malformed address makes SES reject a
 * whole call of 50, and a comma or a line break would smuggle in a second recipient or a header.
 * Throws BadInput, which never repeats the address (it ends up in logs).
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendBulkTemplatedEmail.html
 */
export function parseAddress(text: string): Address {
  const at = text.lastIndexOf('@');
  const fault = faultOf(text, text.slice(0, Math.max(at, 0)));
  if (fault !== null) throw unusable(fault);
  const domain = punycode(text.slice(at + 1));
  const address = `${text.slice(0, at)}@${domain}`;
  if (!domainForm.test(domain)) throw unusable('its domain is not a domain name');
  if (isAddress(address)) return address;
  throw unusable(`it is longer than ${longestAddress} characters`);
}

function isAddress(text: string): text is Address {
  return text.length <= longestAddress;
}

function faultOf(text: string, localPart: string): string | null {
  if (text === '') return 'it is empty';
  if (/[\s\p{Cc}\p{Cf}]/u.test(text)) return 'it contains a space, a line break or an invisible character';
  if (/[,;<>()"[\]\\:]/.test(text))
    return 'it contains a comma, semicolon, quote, bracket, colon or backslash';
  if (!text.includes('@')) return 'it has no @';
  if (/\P{ASCII}/u.test(localPart))
    return 'the part before the @ has letters outside ASCII, which SES cannot send to';
  if (localPart.length > longestLocalPart)
    return `the part before the @ is longer than ${longestLocalPart} characters`;
  if (!localPartForm.test(localPart)) return 'the part before the @ is malformed';
  return null;
}

/** The URL parser is the IDNA (UTS 46) implementation that every engine carries; '' when it refuses the domain. */
function punycode(domain: string): string {
  if (/[/?#@%]/.test(domain) || !URL.canParse(`http://${domain}`)) return '';
  return new URL(`http://${domain}`).hostname;
}

function unusable(fault: string): BadInput {
  return new BadInput(
    `The e-mail address cannot be used: ${fault}.`,
    'Correct it to one bare mailbox such as name@example.com, or reach this customer another way.',
  );
}
