import { Duration } from 'aws-cdk-lib';
import type { Step } from '../../lambda/steps.ts';

/** How much of Lambda one step may take. `memory` in MB (Lambda gives one whole processor at 1,769 MB). */
export interface Limits {
  readonly memory: number;
  readonly timeout: Duration;
}

/** A step that reads and writes a few documents: seconds of work, and minutes to spare. */
const short = Duration.minutes(2);

/** A step that walks customers or ledger: it stops by itself before Lambda's longest timeout, and is called again. */
const long = Duration.minutes(15);

export const limits: Readonly<Record<Step, Limits>> = {
  publish: { memory: 1024, timeout: short },
  // Comparing two long documents is bound by the processor, so it gets a whole one.
  assess: { memory: 1769, timeout: short },
  approve: { memory: 1024, timeout: short },
  ask: { memory: 1024, timeout: short },
  post: { memory: 1769, timeout: short },
  preflight: { memory: 1024, timeout: short },
  prepare: { memory: 1024, timeout: long },
  // It holds one page of customers whatever their number, 140 MB in all, and takes 0.3 s of a processor for 1,000
  // mails (bench/send): at 450 a second that is half of what Lambda gives with this memory.
  notify: { memory: 512, timeout: long },
  settle: { memory: 1024, timeout: long },
  report: { memory: 1024, timeout: long },
  feedback: { memory: 512, timeout: short },
};
