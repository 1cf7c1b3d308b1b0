import { GetSendQuotaCommand } from '@aws-sdk/client-ses';
import type { SESClient } from '@aws-sdk/client-ses';
import type { Quota } from '../core/outcome/mailer.ts';
import { controlPlaneClient } from './mailer-client.ts';

/** The quota of the account the step runs in. */
export function quotaFromEnvironment(): Quota {
  return quotaOn(controlPlaneClient());
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html (one call a second at most; -1: unlimited). */
export function quotaOn(client: SESClient): Quota {
  return {
    async read() {
      const {
        Max24HourSend = 0,
        MaxSendRate = 0,
        SentLast24Hours = 0,
      } = await client.send(new GetSendQuotaCommand({}));
      return {
        perDay: Max24HourSend < 0 ? null : Max24HourSend,
        perSecond: MaxSendRate,
        sentLastDay: SentLast24Hours,
      };
    },
  };
}
