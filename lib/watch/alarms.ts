import { Stack } from 'aws-cdk-lib';
import type { CreateAlarmOptions, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { gatheringSeconds } from '../../lambda/core/events/chronicle.ts';
import { metrics } from '../../lambda/steps.ts';
import type { RecordKey } from '../record-key.ts';
import { counted, evidenceAge, failedRuns, reputation, standstill, throttles } from './metrics.ts';
import { Pager } from './pager.ts';
import type { Promised } from './promises.ts';
import { alarmText, promises } from './promises.ts';
import type { Watched } from './watched.ts';

export interface AlarmsProps extends Watched {
  readonly key: RecordKey;
  /** Who is told by mail; absent: whoever subscribes to the topic. */
  readonly owner: string | undefined;
}

type Rule = readonly [metric: IMetric, options: CreateAlarmOptions];

/** One happening is enough. */
const once = { threshold: 1, evaluationPeriods: 1 };

/** An object is written every five minutes, and read when a batch in doubt is 45 minutes old: time to repair it. */
const late = { threshold: 3 * gatheringSeconds, evaluationPeriods: 1 };

/** One alarm for each promise to customers, and who is told of it. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];
  readonly pager: Pager;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.pager = new Pager(this, 'Pager', props);
    const rules = this.rules(props);
    const kept = rules.provable === null ? [] : [this.alarm('provable', rules.provable)];
    this.all = [
      this.alarm('finished', rules.finished),
      this.alarm('complete', rules.complete),
      this.alarm('inTime', rules.inTime),
      this.alarm('everybody', rules.everybody),
      this.alarm('started', rules.started),
      this.alarm('decided', rules.decided),
      this.alarm('deliverable', rules.deliverable),
      this.alarm('welcome', rules.welcome),
      this.alarm('calm', rules.calm),
      this.alarm('heard', rules.heard),
      ...kept,
      this.alarm('moving', rules.moving),
      this.alarm('swift', rules.swift),
    ];
  }

  private rules(watched: Watched) {
    const { machine, neverStarted, unheard, evidence, configurationSet, sender, customers } = watched;
    const { ofFailure, ofAnswer } = metrics;
    return {
      finished: [failedRuns(machine), once],
      complete: [counted(this, ofFailure.TotalsDoNotAddUp), once],
      inTime: [counted(this, ofFailure.ToldTooLate), once],
      everybody: [counted(this, ofAnswer.report.excepted), once],
      started: [neverStarted.metricApproximateNumberOfMessagesVisible(), once],
      // A run asks once; whoever is paged has the days of the settings to answer.
      decided: [counted(this, ofAnswer.approve['action=ask']), once],
      // Where AWS puts an account under review: 5 % and 0.1 %. Between two runs nothing is measured.
      // https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html
      deliverable: [reputation('BounceRate', configurationSet), rate(0.05)],
      welcome: [reputation('ComplaintRate', configurationSet), rate(0.001)],
      calm: [counted(this, ofAnswer.feedback.tripped), once],
      heard: [unheard.metricApproximateNumberOfMessagesVisible(), once],
      provable: evidence === null ? null : [evidenceAge(evidence), late],
      // A sender looks again every hour; three in a row are no pause for breath.
      moving: [standstill(this), { threshold: 1, evaluationPeriods: 3 }],
      // A burst is put off and done a second later; a quarter of an hour of it is felt.
      swift: [throttles(sender, customers), { threshold: 1, evaluationPeriods: 3 }],
    } as const satisfies Record<Promised, Rule | null>;
  }

  private alarm(promised: Promised, [metric, options]: Rule): Alarm {
    const { heading } = promises[promised];
    const alarm = new Alarm(this, heading.replaceAll(' ', ''), {
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...options,
      metric,
      // The name is the subject of the mail.
      alarmName: `${Stack.of(this).stackName}: ${heading}`,
      alarmDescription: alarmText(promised),
    });
    alarm.addAlarmAction(new SnsAction(this.pager.topic));
    return alarm;
  }
}

function rate(threshold: number): CreateAlarmOptions {
  return { threshold, evaluationPeriods: 1, treatMissingData: TreatMissingData.IGNORE };
}
