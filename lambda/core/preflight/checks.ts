import type { SendingAccount } from './faults.ts';
import {
  canaryFault,
  configurationSetFault,
  identitiesFor,
  identityFault,
  quotaFault,
  sendingFault,
} from './faults.ts';
import type { Quota } from '../outcome/mailer.ts';
import type { CheckName } from '../settings/checks.ts';
import { checkNames } from '../settings/checks.ts';
import type { Settings } from '../settings/settings.ts';

/** What the checks ask. */
export interface CheckPorts {
  readonly account: SendingAccount;
  readonly quota: Quota;
  readonly settings: Pick<Settings, 'sender' | 'sending'>;
}

type Check = (ports: CheckPorts) => Promise<string | null>;

/** One row a check: what is wrong, with what to do, or null. */
const checks: Readonly<Record<CheckName, Check>> = {
  identity: async ({ account, settings: { sender } }) =>
    identityFault(sender.address, await account.identities(identitiesFor(sender.address))),
  'configuration-set': async ({ account }) => configurationSetFault(await account.configurationSet()),
  sending: async ({ account }) => sendingFault(await account.isEnabled()),
  quota: async ({ quota }) => quotaFault(await quota.read()),
  canary: async ({ settings: { sending } }) => canaryFault(sending.feedback),
};

/** Everything that is wrong, as `name: what, and what to do`. What the settings skip is not asked either. */
export async function faultsOf(ports: CheckPorts): Promise<string[]> {
  const faults: string[] = [];
  for (const name of checkNames) {
    if (ports.settings.sending.skipChecks.includes(name)) continue;
    const fault = await checks[name](ports);
    if (fault !== null) faults.push(`${name}: ${fault}`);
  }
  return faults;
}

/** The faults as a list to be read, one a line. */
export function listed(faults: readonly string[]): string {
  return faults.map((fault) => `- ${fault}.`).join('\n');
}
