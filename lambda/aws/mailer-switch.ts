import { UpdateConfigurationSetSendingEnabledCommand } from '@aws-sdk/client-ses';
import type { SESClient } from '@aws-sdk/client-ses';
import { env } from '../steps.ts';
import type { SendingSwitch } from '../core/outcome/mailer.ts';
import { required } from './environment.ts';
import { controlPlaneClient } from './mailer-client.ts';

/** The switch of the configuration set that the environment names. Throws BadSettings when it names none. */
export function sendingSwitchFromEnvironment(): SendingSwitch {
  return sendingSwitchOn(controlPlaneClient(), required(env.configurationSet));
}

/**
 * The switch of a configuration set; the rest of the account goes on sending. One such call a second at most.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_UpdateConfigurationSetSendingEnabled.html
 */
export function sendingSwitchOn(client: SESClient, configurationSet: string): SendingSwitch {
  const turn = async (Enabled: boolean): Promise<void> => {
    const set = { ConfigurationSetName: configurationSet, Enabled };
    await client.send(new UpdateConfigurationSetSendingEnabledCommand(set));
  };
  return { off: () => turn(false), on: () => turn(true) };
}
