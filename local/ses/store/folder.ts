import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { compose } from './eml.ts';
import type { StoredMessage } from './message.ts';

/** Files written between two looks at the network: a batch takes about a millisecond. */
const batch = 20;

/** Writes accepted messages as `.eml` files behind the back of the caller, who never waits for the disk. */
export class EmlFolder {
  private readonly queue: StoredMessage[] = [];
  private draining: Promise<void> | undefined;
  private failure: unknown;

  constructor(private readonly folder: string) {}

  add(message: StoredMessage): void {
    this.queue.push(message);
    this.draining ??= this.drain().catch((cause: unknown) => {
      this.failure ??= cause;
    });
  }

  private async drain(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      while (this.queue.length > 0) {
        // Answers to callers go out first. Writing in one breath costs a fifth of what the asynchronous calls do.
        await new Promise((done) => setImmediate(done));
        for (const message of this.queue.splice(0, batch)) {
          writeFileSync(join(this.folder, fileName(message)), compose(message));
        }
      }
    } finally {
      // In the same breath as the look into the empty queue: a mail added later starts a drain of its own.
      this.draining = undefined;
    }
  }

  /** Resolves when everything accepted so far is on disk. Throws what the disk said. */
  async written(): Promise<void> {
    while (this.draining !== undefined) await this.draining;
    if (this.failure !== undefined)
      throw new Error(`Writing mails to ${this.folder} failed.`, { cause: this.failure });
  }
}

/** `20170103T090000-00042-ada@example.com.eml`: sorts by time, and names the person. */
export function fileName(message: StoredMessage): string {
  const time = new Date(message.acceptedAt).toISOString().replace(/[-:]|\..*/g, '');
  const person = (message.to[0] ?? message.cc[0] ?? message.bcc[0] ?? 'nobody').replace(/^.*<|>.*$/g, '');
  const safe = person.replace(/[^A-Za-z0-9@._+-]/g, '_').slice(0, 100);
  return `${time}-${String(message.number).padStart(5, '0')}-${safe}.eml`;
}
