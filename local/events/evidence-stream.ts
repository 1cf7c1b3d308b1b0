import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { gatheringSeconds, minuteFolder } from '../../lambda/core/events/chronicle.ts';
import type { SesEvent } from '../ses/events/event.ts';
import { lineOf } from './line.ts';

/** Stores an object in the documents bucket. */
export type PutObject = (key: string, bytes: Uint8Array) => Promise<void>;

interface Gathered {
  readonly begun: number;
  readonly lines: string[];
}

/**
 * The stream between SES and the documents bucket, on a laptop: as Firehose does it, lines that come within some
 * minutes make one compressed object, under the minute of the first of them.
 */
export class EvidenceStream {
  private readonly full: Gathered[] = [];
  private gathering: Gathered = { begun: 0, lines: [] };

  constructor(private readonly put: PutObject) {}

  /** An event of SES. */
  readonly add = (event: Pick<SesEvent, 'time'>): void => {
    const at = Date.parse(event.time);
    const { begun, lines } = this.gathering;
    if (lines.length === 0 || at < begun || at - begun >= gatheringSeconds * 1000) this.next(at);
    this.gathering.lines.push(lineOf(event));
  };

  /** Writes everything that was gathered. */
  async flush(): Promise<void> {
    this.next(0);
    for (const { begun, lines } of this.full.splice(0)) {
      const name = `evidence-stream-1-${randomUUID()}.gz`;
      await this.put(`${minuteFolder(begun)}${name}`, gzipSync(lines.map((line) => `${line}\n`).join('')));
    }
  }

  private next(begun: number): void {
    if (this.gathering.lines.length > 0) this.full.push(this.gathering);
    this.gathering = { begun, lines: [] };
  }
}
