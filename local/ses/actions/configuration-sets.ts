import type { Account, ConfigurationSet } from '../account/account.ts';
import { SesError } from '../protocol/error.ts';
import type { Query } from '../protocol/query.ts';
import { element, members, wrap } from '../protocol/xml.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateConfigurationSet.html */
export function createConfigurationSet(account: Account, query: Query): string {
  const name = query.requiredStructure('ConfigurationSet').required('Name');
  const fields = { ConfigurationSetName: name };
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
    const message = 'A configuration set name may hold at most 64 letters, digits, hyphens and underscores.';
    throw new SesError('InvalidConfigurationSet', message, fields);
  }
  if (account.configurationSets.has(name)) {
    throw new SesError(
      'ConfigurationSetAlreadyExists',
      `Configuration set <${name}> already exists.`,
      fields,
    );
  }
  account.configurationSets.set(name, { name, sendingEnabled: true });
  return '';
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_DescribeConfigurationSet.html */
export function describeConfigurationSet(account: Account, query: Query): string {
  const set = find(account, query);
  const wanted = query.list('ConfigurationSetAttributeNames');
  const name = wrap('ConfigurationSet', element('Name', set.name));
  if (!wanted.includes('reputationOptions')) return name;
  const reputation =
    element('SendingEnabled', set.sendingEnabled) + element('ReputationMetricsEnabled', true);
  return name + wrap('ReputationOptions', reputation);
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_ListConfigurationSets.html */
export function listConfigurationSets(account: Account): string {
  return members(
    'ConfigurationSets',
    [...account.configurationSets.keys()].map((name) => element('Name', name)),
  );
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_DeleteConfigurationSet.html */
export function deleteConfigurationSet(account: Account, query: Query): string {
  account.configurationSets.delete(find(account, query).name);
  return '';
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_UpdateConfigurationSetSendingEnabled.html */
export function updateConfigurationSetSendingEnabled(account: Account, query: Query): string {
  find(account, query).sendingEnabled = query.flag('Enabled', false);
  return '';
}

function find(account: Account, query: Query): ConfigurationSet {
  const name = query.required('ConfigurationSetName');
  const set = account.configurationSets.get(name);
  if (set !== undefined) return set;
  const message = `Configuration set <${name}> does not exist.`;
  throw new SesError('ConfigurationSetDoesNotExist', message, { ConfigurationSetName: name });
}
