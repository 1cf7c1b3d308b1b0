import { Duration, Stack } from 'aws-cdk-lib';
import type { Alarm, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
  TextWidgetBackground,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { metrics } from '../../lambda/steps.ts';
import { counted, failedRuns, reputation } from './metrics.ts';
import type { Watched } from './watched.ts';

export interface OverviewProps extends Watched {
  readonly alarms: readonly Alarm[];
}

const wholeWidth = 24;
const howToRead =
  '**All green: every customer whom a change affects has been told, once and in time.** Red: open the alarm; its text names the heading of docs/runbook.md that says what to do.';

/** A page a person reads in ten seconds: is a promise broken, what went on, and does mail arrive. */
export class Overview extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { alarms, machine, neverStarted, configurationSet }: OverviewProps,
  ) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      defaultInterval: Duration.days(7),
      periodOverride: PeriodOverride.AUTO,
    });
    const { notify, report } = metrics.ofAnswer;
    const [runs, told] = [machine.metricStarted(), counted(this, report.accepted)];
    const missed = counted(this, report.excepted);
    dashboard.addWidgets(
      new TextWidget({
        markdown: howToRead,
        width: wholeWidth,
        height: 1,
        background: TextWidgetBackground.TRANSPARENT,
      }),
    );
    dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Promises', alarms: [...alarms], width: wholeWidth, height: 3 }),
    );
    dashboard.addWidgets(
      total('Runs started', runs),
      total('Runs that failed', failedRuns(machine)),
      total('Texts that never started one', neverStarted.metricApproximateNumberOfMessagesVisible()),
      total('Mails accepted by SES', counted(this, notify.accepted)),
      total('Customers told, in finished notices', told),
      total('Customers not told', missed),
    );
    dashboard.addWidgets(
      new GraphWidget({ title: 'Mails accepted by SES', left: [counted(this, notify.accepted)], width: 12 }),
      new GraphWidget({
        title: 'Bounces and complaints (share of mails)',
        left: [reputation('BounceRate', configurationSet)],
        right: [reputation('ComplaintRate', configurationSet)],
        leftAnnotations: [{ value: 0.05, label: 'SES reviews the account' }],
        rightAnnotations: [{ value: 0.001, label: 'SES reviews the account' }],
        width: 12,
      }),
    );
  }
}

/** One number for the time that is looked at. */
function total(title: string, metric: IMetric): SingleValueWidget {
  return new SingleValueWidget({ title, metrics: [metric], width: 4, height: 3, setPeriodToTimeRange: true });
}
