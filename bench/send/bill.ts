import { writeUnitsPerRecipient } from '../../lambda/core/cost/batch-items.ts';
import { eventsPerMail, perRun, recordGigabytes, runsPerBatch } from '../../lambda/core/cost/evidence.ts';
import { evidenceLineBytes } from '../../lambda/core/cost/idle.ts';
import { defaultCostInput } from '../../lambda/core/cost/input.ts';
import type { CostLine } from '../../lambda/core/cost/line.ts';
import { dollarsOf } from '../../lambda/core/cost/line.ts';
import { noticeCost } from '../../lambda/core/cost/notice.ts';
import { oneIn } from '../../lambda/core/events/sample.ts';
import type { EventCount } from './event-log.ts';
import { customerBytes } from './place.ts';
import type { Result } from './result.ts';

/** One quantity as the model has it and as it was counted. */
export interface Comparison {
  readonly what: string;
  readonly model: number;
  readonly counted: number;
}

const million = 1_000_000;
const fullCall = 50;

/** The lines that a run can be counted for, and the sum for a million with what was counted put in their place. */
export function bill({ outcome, events }: Pick<Result, 'outcome' | 'events'>): readonly Comparison[] {
  const { accepted, calls, units } = outcome;
  const mails = Math.max(1, accepted);
  const perMillion = (count: number): number => (count / mails) * million;
  // Nobody bounces here: what that costs is no part of this comparison.
  const { lines, withoutSes } = noticeCost({
    ...defaultCostInput,
    customerItemBytes: customerBytes,
    exceptionShare: 0,
  });
  const counted = sumWith(lines, {
    'Find the recipients': perMillion(units.scanUnits),
    Claims: perMillion(units.writeUnits),
    'Outcomes with message ids': 0,
    'Looks at the control item': perMillion(units.otherReadUnits),
    ...(events !== null && {
      'Events in a stream': perMillion(events.kept) * recordGigabytes,
      'Counts of events': perMillion(events.writeUnits),
    }),
  });
  const scan = lines.find(({ name }) => name === 'Find the recipients');
  const perRecipient = { model: writeUnitsPerRecipient(fullCall) };
  return [
    { what: 'mails a call', model: fullCall, counted: mails / Math.max(1, calls) },
    { what: 'write units a recipient', ...perRecipient, counted: units.writeUnits / mails },
    { what: 'the same, as the engine counts', ...perRecipient, counted: units.engineWriteUnits / mails },
    {
      what: 'scan read units a recipient',
      model: (scan?.quantity ?? 0) / million,
      counted: units.scanUnits / mails,
    },
    { what: 'other reads a call', model: 1, counted: units.otherReads / Math.max(1, calls) },
    ...(events === null ? [] : ofEvents(events, mails)),
    { what: '$ per million, R = 100, no SES', model: withoutSes, counted },
  ];
}

function ofEvents(events: EventCount, mails: number): Comparison[] {
  const { kept, longestLine, storedBytes, queued, batchesHeard, writeUnits } = events;
  // Nobody bounces here, so that a minute holds no ids and takes one unit.
  const heardUnits = fullCall / perRun + runsPerBatch;
  return [
    { what: 'events kept a mail', model: eventsPerMail, counted: kept / mails },
    { what: 'KB charged an event', model: 5, counted: 5 * Math.ceil(longestLine / 5120) },
    { what: 'bytes stored an event', model: evidenceLineBytes, counted: storedBytes / Math.max(1, kept) },
    { what: 'messages queued a mail', model: 1 / oneIn, counted: queued / mails },
    {
      what: 'write units a batch heard of',
      model: heardUnits,
      counted: writeUnits / Math.max(1, batchesHeard),
    },
  ];
}

function sumWith(lines: readonly CostLine[], quantities: Readonly<Record<string, number>>): number {
  return lines.reduce(
    (sum, one) => sum + dollarsOf({ ...one, quantity: quantities[one.name] ?? one.quantity }),
    0,
  );
}
