import { SendEmailCommand } from '@aws-sdk/client-ses';
import type { SESClient } from '@aws-sdk/client-ses';
import { env } from '../steps.ts';
import { canaryTags } from '../core/preflight/canary.ts';
import type { CanaryMailer } from '../core/preflight/preflights.ts';
import { canaryRecipient } from '../core/settings/checks.ts';
import { required } from './environment.ts';
import { sendingClient } from './mailer-client.ts';
import { classOfFault } from './mailer-faults.ts';
import { readSettings } from './read-settings.ts';

/** The sender of test mails of this deployment. Throws BadSettings when its environment is incomplete. */
export function canaryFromEnvironment(): CanaryMailer {
  const { address } = readSettings().sender;
  return canaryOn(sendingClient(), { address, configurationSet: required(env.configurationSet) });
}

/**
 * A test mail of SES v1, which needs no template. `client` must be a `sendingClient`; nothing is thrown.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html
 */
export function canaryOn(
  client: SESClient,
  from: { readonly address: string; readonly configurationSet: string },
): CanaryMailer {
  return {
    async send(notice, attempt) {
      const { policyId, version } = notice;
      const said = `Test mail ${attempt} before customers are told of version ${version} of ${policyId}.`;
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            Source: from.address,
            Destination: { ToAddresses: [canaryRecipient] },
            ConfigurationSetName: from.configurationSet,
            Message: { Subject: { Data: said }, Body: { Text: { Data: said } } },
            Tags: Object.entries(canaryTags(notice, attempt)).map(([Name, Value]) => ({ Name, Value })),
          }),
        );
        return { kind: 'answered', outcomes: [{ messageId: MessageId ?? '' }] };
      } catch (error) {
        return classOfFault(error);
      }
    },
  };
}
