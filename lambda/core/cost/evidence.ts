import { gatheringSeconds } from '../events/chronicle.ts';
import { oneIn } from '../events/sample.ts';
import type { CostInput, CostPlan } from './input.ts';
import type { CostLine } from './line.ts';
import { line } from './line.ts';
import { prices } from './prices.ts';

/** Send and delivery; the others are rare. SES asks nothing for them, nor does EventBridge for events of AWS. */
export const eventsPerMail = 2;
/** Firehose charges a record as a multiple of 5 KB. */
export const recordGigabytes = 5e-6;

/**
 * What a message of the queue costs. Five readers look at once, so that at a few messages a second they find few at a
 * time: two are received and five deleted with one request, and five make one run of `feedback`.
 */
const perReceive = 2;
export const perRun = 5;
/** A minute holds the ids of what bounced in it: at 2 % of 100 a second they come to 2 KB. */
const unitsPerMinute = 2;
const feedbackSeconds = 0.05;
const feedbackGigabytes = 0.5;
/** The events of a batch come at once, and each of the five readers takes some. */
export const runsPerBatch = 5;
/** META and the control item of a notice, and the last minutes. */
const readsPerRun = 3;

/** What it costs to keep what SES says about each mail, by the way it is kept. */
export function evidenceLines(input: CostInput, plan: CostPlan): CostLine[] {
  const { recipients, evidence, exceptionShare } = input;
  const events = recipients * (eventsPerMail + exceptionShare);
  switch (evidence) {
    case 'none':
      return [];
    case 'stream': {
      const objects = Math.ceil(plan.seconds / gatheringSeconds);
      const heard = recipients * (1 / oneIn + exceptionShare);
      return [
        line(
          'Events in a stream',
          events * recordGigabytes,
          prices.stream,
          '(2 + share not told) · A · 5 KB',
        ),
        line('Evidence objects', objects, prices.objectWrite, 'T / 300 s'),
        ...queueLines(heard, plan.calls / oneIn, 'h = A · (1/20 + share not told)'),
      ];
    }
    case 'queue':
      return queueLines(events, plan.calls * eventsPerMail, 'h = (2 + share not told) · A');
    default:
      return evidence satisfies never;
  }
}

function queueLines(heard: number, batches: number, formula: string): CostLine[] {
  const runs = heard / perRun;
  const requests = heard * (1 + 1 / perReceive + 1 / perRun);
  const writes = runs * unitsPerMinute + batches * runsPerBatch;
  return [
    line('Events in a queue', requests, prices.queueRequest, `h · (1 + 1/2 + 1/5), ${formula}`),
    line(
      'Counts of events',
      writes,
      prices.writeUnit,
      'h / 5 · 2 for minutes, and 5 for each batch heard of',
    ),
    line('Looks of feedback', runs * readsPerRun, prices.readUnit, 'h / 5 · 3'),
    line('Feedback runs', runs, prices.invocation, 'h / 5'),
    line('Feedback', runs * feedbackSeconds * feedbackGigabytes, prices.lambda, 'h / 5 · 0.05 s · 0.5 GB'),
  ];
}
