import type { Account } from '../account/account.ts';
import { parseAddress } from '../account/addresses.ts';
import { invalidParameter } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';
import { element, wrap } from '../protocol/xml.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_VerifyEmailIdentity.html */
export function verifyEmailIdentity(account: Account, query: Query): string {
  const { mailbox } = parseAddress(query.required('EmailAddress'));
  account.identities.request(mailbox, account.settings.verifyAtOnce);
  return '';
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_VerifyDomainIdentity.html */
export function verifyDomainIdentity(account: Account, query: Query): string {
  const domain = query.required('Domain');
  if (!/^[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/.test(domain))
    throw invalidParameter(`Invalid domain name ${domain}.`);
  return element(
    'VerificationToken',
    account.identities.request(domain, account.settings.verifyAtOnce).token,
  );
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_ListIdentities.html */
export function listIdentities(account: Account, query: Query): string {
  const kind = query.text('IdentityType');
  const size = Math.min(1000, Math.max(1, Number(query.text('MaxItems') ?? 1000) || 1000));
  const from = Number(query.text('NextToken') ?? 0) || 0;
  const all = account.identities.list().filter((identity) => kind === undefined || identity.kind === kind);
  const names = all.slice(from, from + size).map((identity) => element('member', identity.name));
  const next = from + size < all.length ? element('NextToken', from + size) : '';
  return wrap('Identities', names.join('')) + next;
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetIdentityVerificationAttributes.html */
export function getIdentityVerificationAttributes(account: Account, query: Query): string {
  const entries = query.list('Identities').flatMap((name) => {
    const identity = account.identities.get(name);
    if (identity === undefined) return [];
    const status = element('VerificationStatus', identity.verified ? 'Success' : 'Pending');
    const token = identity.kind === 'Domain' ? element('VerificationToken', identity.token) : '';
    return [wrap('entry', element('key', name) + wrap('value', status + token))];
  });
  return wrap('VerificationAttributes', entries.join(''));
}

/**
 * An identity here signs as soon as it is verified. One that SES does not know is answered too, as not started:
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_GetIdentityDkimAttributes.html
 */
export function getIdentityDkimAttributes(account: Account, query: Query): string {
  const entries = query.list('Identities').map((name) => {
    const verified = account.identities.get(name)?.verified;
    const status = verified === undefined ? 'NotStarted' : verified ? 'Success' : 'Pending';
    const value = element('DkimEnabled', verified === true) + element('DkimVerificationStatus', status);
    return wrap('entry', element('key', name) + wrap('value', value));
  });
  return wrap('DkimAttributes', entries.join(''));
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_DeleteIdentity.html */
export function deleteIdentity(account: Account, query: Query): string {
  account.identities.remove(query.required('Identity'));
  return '';
}
