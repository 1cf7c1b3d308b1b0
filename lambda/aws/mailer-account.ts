import {
  ConfigurationSetDoesNotExistException,
  DescribeConfigurationSetCommand,
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
} from '@aws-sdk/client-ses';
import type { SESClient } from '@aws-sdk/client-ses';
import { env } from '../steps.ts';
import type { SendingAccount } from '../core/preflight/faults.ts';
import { required } from './environment.ts';
import { controlPlaneClient } from './mailer-client.ts';

/** The account the step runs in. Throws BadSettings when the environment names no configuration set. */
export function accountFromEnvironment(): SendingAccount {
  return accountOn(controlPlaneClient(), required(env.configurationSet));
}

/** What SES v1 tells of an account, its identities and a configuration set. */
export function accountOn(client: SESClient, configurationSet: string): SendingAccount {
  return {
    identities: (names) => identities(client, [...names]),
    configurationSet: () => mayConfigurationSetSend(client, configurationSet),
    // https://docs.aws.amazon.com/ses/latest/APIReference/API_GetAccountSendingEnabled.html
    async isEnabled() {
      const { Enabled } = await client.send(new GetAccountSendingEnabledCommand({}));
      return Enabled === true;
    },
  };
}

/**
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_GetIdentityVerificationAttributes.html
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_GetIdentityDkimAttributes.html
 */
async function identities(client: SESClient, names: string[]): ReturnType<SendingAccount['identities']> {
  const { VerificationAttributes = {} } = await client.send(
    new GetIdentityVerificationAttributesCommand({ Identities: names }),
  );
  const { DkimAttributes = {} } = await client.send(
    new GetIdentityDkimAttributesCommand({ Identities: names }),
  );
  return Object.entries(VerificationAttributes).map(([name, { VerificationStatus }]) => {
    const dkim = DkimAttributes[name];
    return {
      name,
      isVerified: VerificationStatus === 'Success',
      dkim: dkim?.DkimEnabled === true && dkim.DkimVerificationStatus === 'Success',
    };
  });
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_DescribeConfigurationSet.html (`SendingEnabled` is among the reputation options). */
async function mayConfigurationSetSend(client: SESClient, name: string): Promise<boolean | null> {
  try {
    const { ReputationOptions } = await client.send(
      new DescribeConfigurationSetCommand({
        ConfigurationSetName: name,
        ConfigurationSetAttributeNames: ['reputationOptions'],
      }),
    );
    return ReputationOptions?.SendingEnabled === true;
  } catch (error) {
    if (error instanceof ConfigurationSetDoesNotExistException) return null;
    throw error;
  }
}
