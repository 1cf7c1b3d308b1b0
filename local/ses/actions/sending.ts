import type { Account } from '../account/account.ts';
import type { Query } from '../protocol/query.ts';
import { element, members } from '../protocol/xml.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html */
export function getSendQuota(account: Account): string {
  const { max24HourSend, maxSendRate } = account.settings;
  return (
    element('Max24HourSend', double(max24HourSend)) +
    element('MaxSendRate', double(maxSendRate)) +
    element('SentLast24Hours', double(account.quota.used()))
  );
}

/** As SES writes numbers here: `50000.0`. No rate limit is a very high one, because the type has no infinity. */
function double(value: number): string {
  const finite = value === Infinity ? 1_000_000 : value;
  return Number.isInteger(finite) ? `${finite}.0` : String(finite);
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendStatistics.html */
export function getSendStatistics(account: Account): string {
  const points = account.statistics.list().map((point) => {
    return (
      element('Timestamp', new Date(point.at).toISOString()) +
      element('DeliveryAttempts', point.attempts) +
      element('Bounces', point.bounces) +
      element('Complaints', point.complaints) +
      element('Rejects', point.rejects)
    );
  });
  return members('SendDataPoints', points);
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetAccountSendingEnabled.html */
export function getAccountSendingEnabled(account: Account): string {
  return element('Enabled', account.settings.sendingEnabled);
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_UpdateAccountSendingEnabled.html */
export function updateAccountSendingEnabled(account: Account, query: Query): string {
  account.settings.sendingEnabled = query.flag('Enabled', false);
  return '';
}
