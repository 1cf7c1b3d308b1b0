import { BadInput } from '../errors.ts';
import { batchItemCost } from './batch-items.ts';
import { eventsPerMail } from './evidence.ts';
import type { CostLine } from './line.ts';
import { dollarsAfterFree, dollarsOf, line, sumOf } from './line.ts';
import { prices } from './prices.ts';

/** What lies in a stack between two notices. */
export interface IdleInput {
  /** Rows of the customers table; 0 when the user brought their own. */
  readonly customers: number;
  readonly customerItemBytes: number;
  /** Mails whose ledger is kept. */
  readonly noticesKept: number;
  /** Yearly rotations of the key so far; AWS charges for the material of the first two. */
  readonly rotations: number;
}

export const defaultIdleInput: IdleInput = {
  customers: 1_000_000,
  customerItemBytes: 1024,
  noticesKept: 1_000_000,
  rotations: 0,
};

/** The bill of a month in which nothing is published, in US dollars. */
export interface IdleCost {
  readonly lines: readonly CostLine[];
  /** As if the account had used up every free tier elsewhere. */
  readonly atListPrice: number;
  /** With what AWS gives every account for good. */
  readonly afterFree: number;
}

/** The alarms of the stack, and the metrics they look at: AWS charges for each metric of an alarm. */
export const watched = { alarms: 13, metrics: 17 } as const;
const chargedRotations = 2;
const documentGigabytes = 0.1;
/** A compressed line of evidence: 56 when the ids of recipient and message are random. bench/send counts fewer. */
export const evidenceLineBytes = 60;
/** Lambda looks into a queue with five requests at once, each of which waits 20 seconds for a message. */
const looksPerMonth = (5 * 730 * 3600) / 20;
const gigabyte = 1024 ** 3;
const fullCall = 50;

/** What the deployed stack costs while it waits. Throws BadInput for counts below zero. */
export function idleCost(input: IdleInput): IdleCost {
  const { customers, customerItemBytes, noticesKept, rotations } = input;
  if (!Object.values<number>({ ...input }).every((count) => count >= 0)) {
    throw new BadInput('There cannot be fewer than no customers.', 'Give counts of zero or more.');
  }
  const batches = Math.ceil(noticesKept / fullCall);
  const kept = (customers * customerItemBytes + batches * batchItemCost(fullCall).recordBytes) / gigabyte;
  const lines = [
    line('Record key', 1, prices.key, 'one key for tables, texts and alarms'),
    line(
      'Rotated key material',
      Math.min(rotations, chargedRotations),
      prices.key,
      'first and second rotation',
    ),
    given(10, line('Alarms', watched.metrics, prices.alarmMetric, `the metrics of ${watched.alarms} alarms`)),
    given(3, line('Dashboard', 1, prices.dashboard, 'one')),
    given(25, line('Tables', kept, prices.tableStorage, 'customers · s + batches · bytes')),
    line('Point-in-time recovery', kept, prices.tableBackup, 'the same bytes'),
    line('Texts, pages and records', documentGigabytes, prices.objectStorage, 'some hundred versions'),
    line(
      'Evidence',
      (noticesKept * eventsPerMail * evidenceLineBytes) / gigabyte,
      prices.objectStorage,
      `mails · ${eventsPerMail} · ${evidenceLineBytes} bytes`,
    ),
    given(
      1_000_000,
      line('Looks into the empty queue', looksPerMonth, prices.queueRequest, '5 at once, 20 s each'),
    ),
  ];
  return { lines, atListPrice: sumOf(lines, dollarsOf), afterFree: sumOf(lines, dollarsAfterFree) };
}

function given(free: number, one: CostLine): CostLine {
  return { ...one, free };
}
