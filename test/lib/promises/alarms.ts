import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { watched } from '../../../lambda/core/cost/idle.ts';
import { ripeAfter } from '../../../lambda/core/ledger/settlement.ts';
import { metrics } from '../../../lambda/steps.ts';
import { anchorOf, promises } from '../../../lib/watch/promises.ts';
import type { Synthesised } from '../synthesised.ts';
import { ofType } from '../synthesised.ts';

const runbook = readFileSync(join(__dirname, '../../../docs/runbook.md'), 'utf8');

const alarm = z.looseObject({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()).min(1),
  Metrics: z.array(z.looseObject({ MetricStat: z.unknown().optional() })).default([]),
  ComparisonOperator: z.literal('GreaterThanOrEqualToThreshold'),
  Threshold: z.number(),
  MetricName: z.string().optional(),
  Namespace: z.string().optional(),
});

/** The sections of the runbook about alarms: heading and text. */
function sections(): (readonly [heading: string, text: string])[] {
  const [, alarms = ''] = /^## Alarms$([\s\S]*?)(?=^## )/m.exec(runbook) ?? [];
  return alarms
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const);
}

/** Somebody is told when a promise to customers is at risk, and knows what to do. */
export function alarmPromises(stack: () => Synthesised): void {
  const alarms = () =>
    ofType(stack(), 'AWS::CloudWatch::Alarm').map(([, one]) => alarm.parse(one.Properties));

  describe('alarms', () => {
    test('have a heading each in the runbook, and the runbook has no other', () => {
      const named = alarms().map(({ AlarmName }) => AlarmName.replace('policy-notice-dev: ', ''));
      expect(named.sort()).toEqual(
        sections()
          .map(([heading]) => heading)
          .sort(),
      );
      expect(named).toEqual(
        Object.values(promises)
          .map(({ heading }) => heading)
          .sort(),
      );
    });

    test('say what customers experience and link what to do', () => {
      for (const { AlarmName, AlarmDescription } of alarms()) {
        const anchor = anchorOf(AlarmName.replace('policy-notice-dev: ', ''));
        expect(AlarmDescription).toMatch(/customers?\b.*What to do: docs\/runbook\.md#/i);
        expect(AlarmDescription.endsWith(`#${anchor}`)).toBe(true);
      }
    });

    test('are explained: what it means, where to look, what to do', () => {
      for (const [heading, text] of sections())
        expect([
          heading,
          /\*\*Meaning\.\*\*[\s\S]*\*\*Look here\.\*\*[\s\S]*\*\*Do this\.\*\*/.test(text),
        ]).toEqual([heading, true]);
    });

    test('reach a person: an encrypted topic that CloudWatch may write to, with the owner subscribed', () => {
      const [[id, topic] = ['', undefined]] = ofType(stack(), 'AWS::SNS::Topic');
      expect(topic?.Properties).toMatchObject({ KmsMasterKeyId: expect.anything() });
      for (const { AlarmActions } of alarms()) expect(AlarmActions).toEqual([{ Ref: id }]);
      const [subscription] = ofType(stack(), 'AWS::SNS::Subscription').map(([, one]) => one.Properties);
      expect(subscription).toMatchObject({ Protocol: 'email', TopicArn: { Ref: id } });
      const policies = JSON.stringify([
        ...ofType(stack(), 'AWS::SNS::TopicPolicy'),
        stack().resources['PolicyNoticeKey4CCAAC58'],
      ]);
      expect(policies.match(/"Service":"cloudwatch\.amazonaws\.com"/g)).toHaveLength(2);
    });

    test('watch only what a step counts, under the name of this stack', () => {
      const countable: string[] = [
        ...Object.values(metrics.ofFailure),
        ...Object.values(metrics.ofAnswer).flatMap((of) => Object.values(of)),
      ];
      const own = alarms().filter(({ Namespace }) => Namespace === metrics.namespace);
      expect(
        own.map(({ MetricName }) => MetricName).filter((name) => !countable.includes(name ?? '')),
      ).toEqual([]);
      expect(own).toHaveLength(5);
      for (const one of own)
        expect(one['Dimensions']).toEqual([{ Name: metrics.dimension, Value: 'policy-notice-dev' }]);
      const names = ofType(stack(), 'AWS::Lambda::Function').map(([, { Properties }]) =>
        JSON.stringify(Properties),
      );
      for (const text of names) expect(text).toContain('"POWERTOOLS_SERVICE_NAME":"policy-notice-dev"');
    });

    test('cost what the cost model says: each metric that one looks at', () => {
      const measured = alarms().flatMap(({ MetricName, Metrics }) => [
        ...(MetricName === undefined ? [] : [MetricName]),
        ...Metrics.flatMap(({ MetricStat }) => (MetricStat === undefined ? [] : [MetricStat])),
      ]);
      expect(measured).toHaveLength(watched.metrics);
    });

    test('see evidence that is not written, long before a batch in doubt needs it', () => {
      const [stream] = ofType(stack(), 'AWS::KinesisFirehose::DeliveryStream').map(([id]) => id);
      const [kept] = alarms().filter(({ Namespace }) => Namespace === 'AWS/Firehose');
      expect(kept).toMatchObject({
        MetricName: 'DeliveryToS3.DataFreshness',
        Dimensions: [{ Name: 'DeliveryStreamName', Value: { Ref: stream } }],
        Statistic: 'Maximum',
      });
      const alarmedAfter = 1000 * ((kept?.Threshold ?? Infinity) + 2 * 300);
      expect(alarmedAfter).toBeLessThan(ripeAfter('required') - 15 * 60_000);
    });

    test('look at runs that failed, timed out or were aborted, and at bounces and complaints where SES reviews', () => {
      const text = JSON.stringify(alarms());
      for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted', 'Throttles'])
        expect(text).toContain(`"MetricName":"${metric}"`);
      const limits = alarms().map(({ MetricName, Threshold }) => [MetricName, Threshold]);
      expect(limits).toEqual(
        expect.arrayContaining([
          ['Reputation.BounceRate', 0.05],
          ['Reputation.ComplaintRate', 0.001],
          ['ApproximateNumberOfMessagesVisible', 1],
        ]),
      );
    });
  });

  test('the dashboard shows every alarm, and says how to read it', () => {
    const [[, dashboard] = ['', undefined]] = ofType(stack(), 'AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard?.Properties['DashboardBody']);
    for (const [id] of ofType(stack(), 'AWS::CloudWatch::Alarm')) expect(body).toContain(id);
    expect(body).toContain('docs/runbook.md');
  });
}
