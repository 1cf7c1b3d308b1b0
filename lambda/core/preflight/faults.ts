import type { SendQuota } from '../outcome/mailer.ts';

/** An address or a domain, as SES knows it. `dkim`: it signs what it sends, and the records for it are in the DNS. */
export interface SendingIdentity {
  readonly name: string;
  readonly isVerified: boolean;
  readonly dkim: boolean;
}

/** What SES says of the account that is to send. Each is a call of its own, at most one a second. */
export interface SendingAccount {
  /** Those that SES knows. */
  identities(names: readonly string[]): Promise<readonly SendingIdentity[]>;
  /** Whether the configuration set of notices may send; null when there is none. */
  configurationSet(): Promise<boolean | null>;
  isEnabled(): Promise<boolean>;
}

/** The identities that may stand for a sender: the address itself, and its domain. */
export function identitiesFor(address: string): readonly [address: string, domain: string] {
  return [address, address.slice(address.lastIndexOf('@') + 1)];
}

/** Why nothing may leave from this address, with what to do; null when it may. */
export function identityFault(address: string, known: readonly SendingIdentity[]): string | null {
  const [, domain] = identitiesFor(address);
  if (!known.some(({ isVerified }) => isVerified))
    return `the sender's domain ${domain} is not verified in SES: add the records DnsRecord… of the stack's outputs to its DNS, and wait until SES has found them`;
  // Without it the large mailbox providers refuse what comes in bulk. https://support.google.com/a/answer/81126
  if (!known.some(({ isVerified, dkim }) => isVerified && dkim))
    return `mail from ${domain} is not signed (DKIM): add its three CNAME records to the DNS, and switch signing on in SES`;
  return null;
}

/** The same of the configuration set; `isEnabled` null when there is none. */
export function configurationSetFault(isEnabled: boolean | null): string | null {
  if (isEnabled === null) return 'the configuration set of notices is gone: deploy the stack again';
  if (isEnabled) return null;
  return 'the configuration set of notices may not send (a person or the breaker has switched it off): find out why, then let the halted notice go on with `policy-notice unpause`, or enable it with `aws ses update-configuration-set-sending-enabled --enabled`';
}

/** The same of the account. */
export function sendingFault(isEnabled: boolean): string | null {
  if (isEnabled) return null;
  return 'SES has paused the sending of this account: open the SES console, Account dashboard, and answer what AWS asks';
}

/** What an account may send that AWS has not let out of the sandbox. https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html */
const sandbox = { perDay: 200, perSecond: 1 };

/** The same of its quota; SES v1 tells the sandbox by nothing else. */
export function quotaFault({ perDay, perSecond }: SendQuota): string | null {
  if (perSecond <= 0 || perDay === 0)
    return 'SES gives this account no sending quota: ask AWS for one (SES console, Account dashboard)';
  if (perDay === null || perDay > sandbox.perDay || perSecond > sandbox.perSecond) return null;
  return `the account is in the SES sandbox (${perDay} mails a day, ${perSecond} a second), where only the mailbox simulator and verified addresses can be mailed: ask AWS for production access (SES console, Account dashboard), or let a stage that mails the simulator alone skip "quota"`;
}

/** The same of the way that events take: without it nobody can hear the test mail. */
export function canaryFault(feedback: 'required' | 'off'): string | null {
  if (feedback === 'required') return null;
  return 'events of SES are not collected (sending.feedback is "off"), so the test mail cannot be heard: set it to "required", or let this stage skip "canary"';
}

/** What cannot be asked with the SES v1 that notices are sent by, and how a person asks it. */
export const notAsked =
  'the pricing plan, which SES v1 does not tell: aws sesv2 get-account --query PricingAttributes';
