import { gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { evidenceOn } from '../../lambda/aws/ledger-evidence.ts';
import { preflightsOn } from '../../lambda/aws/ledger-preflight.ts';
import { ledgerOn } from '../../lambda/aws/ledger.ts';
import { runsPerBatch } from '../../lambda/core/cost/evidence.ts';
import { feedback } from '../../lambda/feedback/feedback.ts';
import { eventRoad } from '../../local/events/event-road.ts';
import { lineOf } from '../../local/events/line.ts';
import { messagesOf } from '../../local/feedback-queue.ts';
import type { SesEvent } from '../../local/ses/events/event.ts';
import { countUnits } from './count-units.ts';
import { names, nowhere } from './task.ts';

/** What the events of a run would be charged for. Bytes of a line as it is stored, compressed with the others. */
export interface EventCount {
  readonly kept: number;
  readonly longestLine: number;
  readonly storedBytes: number;
  readonly queued: number;
  readonly batchesHeard: number;
  /** Of the step `feedback`, for all that was queued. */
  readonly writeUnits: number;
}

/** Takes the events of a run the ways that the deployed rules would send them. */
export class EventLog {
  private readonly lines: string[] = [];
  private readonly queue = new Map<string, SesEvent[]>();

  readonly take = eventRoad(names.configurationSet, {
    all: (event) => void this.lines.push(lineOf(event)),
    heard: (event) => this.enqueue(event),
    undelivered: (event) => this.enqueue(event),
  });

  private enqueue(event: SesEvent): void {
    const batch = event.detail.mail.tags['batch']?.[0] ?? '';
    this.queue.set(batch, [...(this.queue.get(batch) ?? []), event]);
  }

  /** Hands what was queued to the step `feedback`, each batch in as many runs as the model has it, and counts. */
  async count(dynamoDb: string): Promise<EventCount> {
    const dynamo = new DynamoDBClient({ ...nowhere, endpoint: dynamoDb });
    const units = countUnits(dynamo);
    const ledger = ledgerOn(dynamo, names.tables.notices);
    const evidence = evidenceOn(dynamo, names.tables.notices);
    const preflights = preflightsOn(dynamo, names.tables.notices);
    const sending = { off: () => Promise.resolve(), on: () => Promise.resolve() };
    for (const events of this.queue.values()) {
      const size = Math.ceil(events.length / runsPerBatch);
      for (let from = 0; from < events.length; from += size)
        await feedback(
          { ledger, evidence, preflights, sending },
          messagesOf(events.slice(from, from + size)),
        );
    }
    dynamo.destroy();
    return {
      kept: this.lines.length,
      longestLine: Math.max(0, ...this.lines.map((line) => Buffer.byteLength(line))),
      storedBytes: gzipSync(this.lines.join('\n')).length,
      queued: [...this.queue.values()].reduce((sum, events) => sum + events.length, 0),
      batchesHeard: this.queue.size,
      writeUnits: units.writeUnits,
    };
  }
}
