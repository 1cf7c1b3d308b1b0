import type { CostInput } from './input.ts';
import type { CostLine } from './line.ts';
import { line } from './line.ts';
import { prices } from './prices.ts';

/** Send and delivery; the others are rare. SES asks nothing for them, nor does EventBridge for events of AWS. */
const eventsPerMail = 2;
/** Firehose charges a record as a multiple of 5 KB. */
const recordGigabytes = 5e-6;
/** SQS hands out ten messages at most, and as many are deleted at once. */
const perReceive = 10;
const feedbackSeconds = 0.02;
const feedbackGigabytes = 0.25;

/** What it costs to keep what SES says about each mail, by the way it is kept. */
export function evidenceLines({ recipients, evidence }: CostInput): CostLine[] {
  const events = eventsPerMail * recipients;
  switch (evidence) {
    case 'none':
      return [];
    case 'stream':
      return [line('Events in a stream', events * recordGigabytes, prices.stream, '2 A · 5 KB')];
    case 'queue':
      return queueLines(events);
    default:
      return evidence satisfies never;
  }
}

function queueLines(events: number): CostLine[] {
  const receives = events / perReceive;
  const seconds = receives * feedbackSeconds * feedbackGigabytes;
  return [
    line('Events in a queue', events + 2 * receives, prices.queueRequest, '2 A · (1 sent + 1/10 + 1/10)'),
    line('Evidence items', receives, prices.writeUnit, '2 A / 10, one set grown by ten at a time'),
    line('Feedback runs', receives, prices.invocation, '2 A / 10'),
    line('Feedback', seconds, prices.lambda, '2 A / 10 · 0.02 s · 0.25 GB'),
  ];
}
