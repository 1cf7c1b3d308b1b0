import { Logger } from '@aws-lambda-powertools/logger';
import { MetricUnit, Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Step } from '../steps.ts';
import { metrics as names } from '../steps.ts';
import { withoutAddresses } from './without-addresses.ts';

/** What Lambda calls. */
export type Entry<Input, Answer> = (input: Input, context: Context) => Promise<Answer>;

/**
 * The same entry, which also writes one line of JSON about each invocation and counts what customers notice.
 * A line has the ids, dates and counts listed below and nothing else: no address, no name, no text of a policy.
 * What the entry throws is thrown on, without the addresses that a message of AWS may have quoted.
 */
export function observed<Input, Answer>(step: Step, entry: Entry<Input, Answer>): Entry<Input, Answer> {
  const log = new Logger();
  const counter = new Metrics({ namespace: names.namespace });
  return async (input, context) => {
    const startedAt = Date.now();
    const about = (answer: unknown) => ({
      step,
      ...subject.parse(input),
      ...subject.parse(answer),
      requestId: context.awsRequestId,
      milliseconds: Date.now() - startedAt,
    });
    try {
      const answer = await entry(input, context);
      log.info(`${step} answered`, { ...about(answer), answer: listed.parse(answer) });
      count(counter, names.ofAnswer[step], answer);
      return answer;
    } catch (thrown) {
      const error = withoutAddresses(thrown);
      const { name, message } = described.parse(error);
      log.error(`${step} failed`, { ...about({}), error: { name, message } });
      count(counter, names.ofFailure, { [name]: 1 });
      throw error;
    }
  };
}

const optional = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(type), undefined);
const [text, number] = [optional(z.string()), optional(z.number())];
const ids = { policyId: text, version: number, correction: number, execution: text };
const subject = z.pipe(
  z.catch(z.object({ ...ids, resume: optional(z.object(ids)) }), {}),
  z.transform(({ resume, ...own }) => ({ ...defined(own), ...defined(resume ?? {}) })),
);

/** What of an answer goes into the log. A field that nobody has listed stays out. */
const loggedFields = [
  'outcome',
  'baseline',
  'significance',
  'approval',
  'notify',
  'effectiveDate',
  'standing',
  'action',
  'until',
  'accepted',
  'refused',
  'unknown',
  'audience',
  'excepted',
  'events',
  'undelivered',
  'tripped',
];
const word = optional(z.union([z.string().check(z.maxLength(40)), z.number(), z.boolean()]));
const listed = z.pipe(
  z.catch(z.object(Object.fromEntries(loggedFields.map((field) => [field, word]))), {}),
  z.transform((fields) => defined(fields)),
);

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const described = z.catch(z.object({ name: z.string(), message: z.string() }), {
  name: 'Error',
  message: '',
});
const known = z.catch(z.record(z.string(), z.unknown()), {});

/** Counts what of a source has a metric: a number adds itself, a field that says what is looked for adds one. */
function count(counter: Metrics, metricOf: Readonly<Record<string, string>>, source: unknown): void {
  const fields = known.parse(source);
  for (const [looked, metric] of Object.entries(metricOf)) {
    const [field = '', wanted] = looked.split('=');
    const value = fields[field];
    if (typeof value === 'number') counter.addMetric(metric, MetricUnit.Count, value);
    else if (value !== undefined && value === wanted) counter.addMetric(metric, MetricUnit.Count, 1);
  }
  if (counter.hasStoredMetrics()) counter.publishStoredMetrics();
}
