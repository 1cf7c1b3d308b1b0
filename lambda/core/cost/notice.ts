import { batchItemCost } from './batch-items.ts';
import { evidenceLines } from './evidence.ts';
import type { CostInput, CostPlan } from './input.ts';
import { checkCostInput, costPlan } from './input.ts';
import type { CostLine } from './line.ts';
import { dollarsOf, line, sumOf } from './line.ts';
import { mailPrices, prices } from './prices.ts';

/** The bill of one notice in US dollars: every line, their sum, and beside it the fee of SES. */
export interface NoticeCost {
  readonly plan: CostPlan;
  readonly lines: readonly CostLine[];
  readonly withoutSes: number;
  readonly ses: CostLine;
}

/** Throws BadInput for numbers out of range. */
export function noticeCost(given: CostInput): NoticeCost {
  const input = checkCostInput(given);
  const plan = costPlan(input);
  const lines = [
    ...scanLines(input),
    ...ledgerLines(input, plan),
    ...runLines(input, plan),
    ...evidenceLines(input, plan),
  ];
  const ses = line('SES fee', input.recipients, mailPrices[input.plan], 'A, one fee a recipient');
  return { plan, lines, withoutSes: sumOf(lines, dollarsOf), ses };
}

const readUnitBytes = 4096;

/** The directory is scanned three times, each time eventually consistently: half a unit for 4 KB. */
function scanLines({ recipients, affectedShare, customerItemBytes }: CostInput): CostLine[] {
  const units = (recipients / affectedShare) * (customerItemBytes / readUnitBytes) * 0.5;
  return [
    line('Count the audience', units, prices.readUnit, 'A/f · s/4096 · 0.5, scan by prepare'),
    line('Find the recipients', units, prices.readUnit, 'A/f · s/4096 · 0.5, scan by the senders'),
    line('Recount independently', units, prices.readUnit, 'A/f · s/4096 · 0.5, scan by report'),
  ];
}

function ledgerLines({ recipients, transport, exceptionShare }: CostInput, plan: CostPlan): CostLine[] {
  const { calls, mailsPerCall } = plan;
  const { claimBytes, recordBytes, claimUnits, recordUnits } = batchItemCost(mailsPerCall);
  const looks = transport === 'bulk' ? calls : recipients;
  const readBack = 2 * calls * (recordBytes / readUnitBytes);
  return [
    line('Claims', calls * claimUnits, prices.writeUnit, `calls · ${claimUnits} (${claimBytes} bytes)`),
    line(
      'Outcomes with message ids',
      calls * recordUnits,
      prices.writeUnit,
      `calls · ${recordUnits} (${recordBytes} bytes)`,
    ),
    line('Exceptions', recipients * exceptionShare, prices.writeUnit, 'A · share not told · 1'),
    line('Looks at the control item', looks, prices.readUnit, 'one before each call'),
    line('Ledger read back', readBack, prices.readUnit, '2 · calls · bytes/4096, by prepare and report'),
  ];
}

/** A sender stops 45 s before its 15 minutes are over. */
const roundSeconds = 14 * 60;
/** Publish to Take effect, with the choices between. */
const otherTransitions = 14;
/** Reading and judging a page of 1,000 customers, roughly. */
const pageSeconds = 0.1;
const pageRows = 1000;
/** Memory of `prepare` and `report`. */
const readerGigabytes = 1;

function runLines(input: CostInput, { seconds, senders }: CostPlan): CostLine[] {
  const { recipients, affectedShare, memoryMegabytes } = input;
  const memory = memoryMegabytes / 1024;
  const rounds = Math.ceil(seconds / roundSeconds);
  const scanned = 2 * (recipients / affectedShare / pageRows) * pageSeconds;
  return [
    line('Senders', senders * seconds * memory, prices.lambda, 'N · T · memory'),
    line('Count and recount', scanned * readerGigabytes, prices.lambda, '2 · A/f / 1000 · 0.1 s · 1 GB'),
    line(
      'State transitions',
      rounds * (3 + senders) + otherTransitions,
      prices.transition,
      'rounds · (3 + N) + 14',
    ),
    line(
      'Invocations',
      rounds * (1 + senders) + otherTransitions,
      prices.invocation,
      'rounds · (1 + N) + 14',
    ),
  ];
}
