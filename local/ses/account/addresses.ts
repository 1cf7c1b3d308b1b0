import { invalidParameter } from '../protocol/error.ts';

/** An address as SES read it: `Ada <ada@example.com>` -> `ada@example.com`. */
export interface Address {
  readonly text: string;
  readonly mailbox: string;
  readonly domain: string;
}

// oxlint-disable-next-line no-control-regex -- control characters are what SES names in its message
const controlOrSpace = /[\u0000-\u0020\u007F]/;
// oxlint-disable-next-line no-control-regex -- anything beyond 7 bits is refused
const beyondAscii = /[^\u0000-\u007F]/;

/**
 * Reads one address strictly, in the words SES uses (its messages are those of the JavaMail parser).
 * 7-bit local part and display name, Punycode domain: https://docs.aws.amazon.com/ses/latest/APIReference/API_Destination.html
 * Throws InvalidParameterValue.
 */
export function parseAddress(text: string): Address {
  const mailbox = withoutDisplayName(text.trim());
  const at = mailbox.lastIndexOf('@');
  if (mailbox === '') throw invalidParameter('Illegal address');
  if (at < 0) throw invalidParameter("Missing final '@domain'");
  const domain = mailbox.slice(at + 1);
  checkLocal(mailbox.slice(0, at));
  checkDomain(domain);
  return { text: text.trim(), mailbox, domain: domain.toLowerCase() };
}

function withoutDisplayName(text: string): string {
  if (!text.includes('<') && !text.includes('>')) return text;
  const parts = /^(?<name>(?:"(?:[^"\\]|\\.)*"|[^"<>,;])*)<(?<mailbox>[^<>]*)>$/.exec(text)?.groups;
  if (parts === undefined) throw invalidParameter('Extra route-addr');
  // oxlint-disable-next-line no-control-regex -- a header can be split by any control character
  if (/[\u0000-\u001F\u007F]/.test(parts['name'] ?? ''))
    throw invalidParameter('Illegal whitespace in address');
  if (beyondAscii.test(parts['name'] ?? ''))
    throw invalidParameter('Non-ASCII display name; use an encoded word.');
  return (parts['mailbox'] ?? '').trim();
}

function checkLocal(local: string): void {
  if (local === '') throw invalidParameter('Missing local name');
  if (/^"(?:[ !#-[\]-~]|\\[ -~])*"$/.test(local)) return;
  if (controlOrSpace.test(local)) throw invalidParameter('Local address contains control or whitespace');
  if (beyondAscii.test(local)) throw invalidParameter('Local address contains illegal character');
  if (/[",:;<>()[\]\\@]/.test(local)) throw invalidParameter('Local address contains illegal character');
  if (local.startsWith('.')) throw invalidParameter('Local address starts with dot');
  if (local.endsWith('.')) throw invalidParameter('Local address ends with dot');
  if (local.includes('..')) throw invalidParameter('Local address contains dot-dot');
  if (local.length > 64) throw invalidParameter('Local address is longer than 64 characters');
}

function checkDomain(domain: string): void {
  if (domain === '') throw invalidParameter('Missing domain');
  if (controlOrSpace.test(domain)) throw invalidParameter('Domain contains control or whitespace');
  if (!/^[A-Za-z0-9.-]+$/.test(domain)) throw invalidParameter('Domain contains illegal character');
  if (domain.startsWith('.')) throw invalidParameter('Domain starts with dot');
  if (domain.endsWith('.')) throw invalidParameter('Domain ends with dot');
  if (domain.includes('..')) throw invalidParameter('Domain contains dot-dot');
  if (domain.length > 255) throw invalidParameter('Domain is longer than 255 characters');
}

const simulations = ['success', 'bounce', 'complaint', 'ooto', 'suppressionlist'] as const;
/** What the mailbox simulator plays: https://docs.aws.amazon.com/ses/latest/DeveloperGuide/mailbox-simulator.html */
export type Simulation = (typeof simulations)[number];

/** The scene a simulator address plays, labels (`bounce+7@…`) allowed; undefined for every other address. */
export function simulation(mailbox: string): Simulation | undefined {
  const local = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(mailbox)?.[1]?.toLowerCase();
  return simulations.find((scene) => scene === local);
}
