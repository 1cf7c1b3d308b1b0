import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { metrics } from '../../lambda/steps.ts';

/** How often alarms look. */
export const fiveMinutes = Duration.minutes(5);

/** What the steps of this stack count; `name` is one of `metrics` in the contract. */
export function counted(scope: Construct, name: string): Metric {
  return new Metric({
    namespace: metrics.namespace,
    metricName: name,
    dimensionsMap: { [metrics.dimension]: Stack.of(scope).stackName },
    statistic: Stats.SUM,
    period: fiveMinutes,
  });
}

/** Runs that ended without having done what they are for. */
export function failedRuns(machine: StateMachine): IMetric {
  const period = fiveMinutes;
  return new MathExpression({
    expression: 'failed + timedOut + aborted',
    usingMetrics: {
      failed: machine.metricFailed({ period }),
      timedOut: machine.metricTimedOut({ period }),
      aborted: machine.metricAborted({ period }),
    },
    label: 'Runs that failed',
    period,
  });
}

/** 1 for each hour in which a notice waited and no mail was accepted: paused, out of quota, or refused by SES. */
export function standstill(scope: Construct): IMetric {
  const period = Duration.hours(1);
  return new MathExpression({
    expression: 'IF(FILL(waited, 0) > 0 AND FILL(mails, 0) < 1, 1, 0)',
    usingMetrics: {
      waited: counted(scope, metrics.ofAnswer.prepare['action=wait']),
      mails: counted(scope, metrics.ofAnswer.notify.accepted),
    },
    label: 'Hours without a mail',
    period,
  });
}

/** The share of notices that bounced, or that were complained of, as SES reckons it for a configuration set. */
export function reputation(rate: 'BounceRate' | 'ComplaintRate', configurationSet: string): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    dimensionsMap: { 'ses:configuration-set': configurationSet },
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(15),
  });
}

/** Calls that were put off: of the senders, of the ledger's writes and of the reads of the customers table. */
export function throttles(sender: IFunction, ledger: string, customers: string): IMetric {
  const ofTable = (metricName: string, TableName: string) =>
    new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName }, statistic: Stats.SUM });
  return new MathExpression({
    expression: 'FILL(senders, 0) + FILL(writes, 0) + FILL(reads, 0)',
    usingMetrics: {
      senders: sender.metricThrottles(),
      writes: ofTable('WriteThrottleEvents', ledger),
      reads: ofTable('ReadThrottleEvents', customers),
    },
    label: 'Calls that were put off',
    period: fiveMinutes,
  });
}
