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

/**
 * How old the oldest line is that is not written yet, in seconds: it grows whatever keeps Firehose from writing.
 * https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
 */
export function evidenceAge(stream: string): IMetric {
  return new Metric({
    namespace: 'AWS/Firehose',
    metricName: 'DeliveryToS3.DataFreshness',
    dimensionsMap: { DeliveryStreamName: stream },
    statistic: Stats.MAXIMUM,
    period: fiveMinutes,
  });
}

/**
 * Calls that were put off: of the senders, and of the reads of the customers table. Writes to the ledger are not watched:
 * they are 80 a second at 1,000 mails, and a new table takes 4,000.
 */
export function throttles(sender: IFunction, customers: string): IMetric {
  return new MathExpression({
    expression: 'FILL(senders, 0) + FILL(reads, 0)',
    usingMetrics: {
      senders: sender.metricThrottles(),
      reads: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: 'ReadThrottleEvents',
        dimensionsMap: { TableName: customers },
        statistic: Stats.SUM,
      }),
    },
    label: 'Calls that were put off',
    period: fiveMinutes,
  });
}
