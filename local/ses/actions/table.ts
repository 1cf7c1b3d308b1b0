import type { Account } from '../account/account.ts';
import { sendBulk, type ScriptedRefusals } from '../send/bulk.ts';
import { sendRaw } from '../send/raw.ts';
import { sendEmail, sendTemplated } from '../send/single.ts';
import type { Query } from '../protocol/query.ts';
import * as sets from './configuration-sets.ts';
import * as identities from './identities.ts';
import * as sending from './sending.ts';
import * as templates from './templates.ts';

/** Does what the query asks and answers the inside of the result element. Throws SesError. */
export type Action = (account: Account, query: Query, refusals: ScriptedRefusals) => string | Promise<string>;

/** What the server understands; anything else is an InvalidAction. */
export const actions = {
  SendEmail: sendEmail,
  SendRawEmail: sendRaw,
  SendTemplatedEmail: sendTemplated,
  SendBulkTemplatedEmail: sendBulk,
  CreateTemplate: templates.createTemplate,
  UpdateTemplate: templates.updateTemplate,
  DeleteTemplate: templates.deleteTemplate,
  GetTemplate: templates.getTemplate,
  ListTemplates: templates.listTemplates,
  TestRenderTemplate: templates.testRenderTemplate,
  GetSendQuota: sending.getSendQuota,
  GetSendStatistics: sending.getSendStatistics,
  GetAccountSendingEnabled: sending.getAccountSendingEnabled,
  UpdateAccountSendingEnabled: sending.updateAccountSendingEnabled,
  CreateConfigurationSet: sets.createConfigurationSet,
  DescribeConfigurationSet: sets.describeConfigurationSet,
  DeleteConfigurationSet: sets.deleteConfigurationSet,
  ListConfigurationSets: sets.listConfigurationSets,
  UpdateConfigurationSetSendingEnabled: sets.updateConfigurationSetSendingEnabled,
  VerifyEmailIdentity: identities.verifyEmailIdentity,
  VerifyDomainIdentity: identities.verifyDomainIdentity,
  ListIdentities: identities.listIdentities,
  GetIdentityVerificationAttributes: identities.getIdentityVerificationAttributes,
  GetIdentityDkimAttributes: identities.getIdentityDkimAttributes,
  DeleteIdentity: identities.deleteIdentity,
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;

/** Whether a text names an action of this server. */
export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}
