import type { Address } from './addresses.ts';
import { SesError } from '../protocol/error.ts';

/** An address or a domain somebody asked to send from. */
export interface Identity {
  readonly name: string;
  readonly kind: 'EmailAddress' | 'Domain';
  readonly token: string;
  verified: boolean;
}

/** The identities of the account: https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html */
export class Identities {
  private readonly byName = new Map<string, Identity>();

  /** Asks for an identity; asking again changes nothing. */
  request(name: string, verified: boolean): Identity {
    const key = name.toLowerCase();
    const known = this.byName.get(key);
    if (known !== undefined) {
      known.verified ||= verified;
      return known;
    }
    const kind = key.includes('@') ? 'EmailAddress' : 'Domain';
    const token = Buffer.from(`verification of ${key}`).toString('base64');
    const identity: Identity = { name: key, kind, token, verified };
    this.byName.set(key, identity);
    return identity;
  }

  remove(name: string): void {
    this.byName.delete(name.toLowerCase());
  }

  get(name: string): Identity | undefined {
    return this.byName.get(name.toLowerCase());
  }

  list(): readonly Identity[] {
    return [...this.byName.values()];
  }

  /** An address is verified by itself, by its domain, or by a domain above: subdomains inherit. */
  verifies(address: Address): boolean {
    if (this.byName.get(address.mailbox.toLowerCase())?.verified === true) return true;
    for (let domain = address.domain; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
      if (this.byName.get(domain)?.verified === true) return true;
    }
    return false;
  }
}

/** https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html */
export function unverified(addresses: readonly Address[], region: string): SesError {
  return new SesError(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${addresses
      .map((address) => address.text)
      .join(', ')}`,
  );
}
