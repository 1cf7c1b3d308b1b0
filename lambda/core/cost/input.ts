import { BadInput } from '../errors.ts';
import { callSizeFor, sharesOf, usableRate } from '../pacing/plan.ts';
import type { Limits } from '../pacing/plan.ts';
import type { Plan } from './prices.ts';

/**
 * How the events of SES are kept. none: not at all (`feedback: 'off'`); stream: all in objects, through Firehose, and
 * a sample counted through a queue, as it is deployed; queue: one message an event for all of them, which is not.
 */
export const evidenceWays = ['none', 'stream', 'queue'] as const;
export type EvidenceWay = (typeof evidenceWays)[number];

/** What a notice costs depends on this; see `defaultCostInput`. */
export interface CostInput {
  /** Customers who are mailed. */
  readonly recipients: number;
  /** MaxSendRate of the account: recipients a second. */
  readonly rate: number;
  /** Share of that rate we use, 0 to 1. */
  readonly headroom: number;
  /** Recipients as a share of all customers, above 0 to 1: everybody is read to find them. */
  readonly affectedShare: number;
  readonly customerItemBytes: number;
  readonly plan: Plan;
  /** Null: as many as `prepare` would start. */
  readonly senders: number | null;
  readonly memoryMegabytes: number;
  /** Null: as large as `prepare` makes them. Fewer where languages leave calls half full. */
  readonly mailsPerCall: number | null;
  readonly transport: 'bulk' | 'templated';
  readonly evidence: EvidenceWay;
  /** Customers listed as not told, as a share of the recipients. */
  readonly exceptionShare: number;
}

/** The case of the sending protocol: a million customers of 1 KB each, all of them affected, at 100 a second. */
export const defaultCostInput: CostInput = {
  recipients: 1_000_000,
  rate: 100,
  headroom: 0.9,
  affectedShare: 1,
  customerItemBytes: 1024,
  plan: 'none',
  senders: null,
  memoryMegabytes: 512,
  mailsPerCall: null,
  transport: 'bulk',
  evidence: 'stream',
  exceptionShare: 0.02,
};

const ranges = {
  recipients: [0, 1e10],
  rate: [0.01, 1e6],
  headroom: [0.01, 1],
  affectedShare: [1e-9, 1],
  customerItemBytes: [1, 409_600],
  memoryMegabytes: [128, 10_240],
  exceptionShare: [0, 1],
} as const satisfies Partial<Record<keyof CostInput, readonly [number, number]>>;

/** Throws BadInput naming each number that is out of its range. */
export function checkCostInput(input: CostInput): CostInput {
  const given = { ...input, senders: input.senders ?? 1, mailsPerCall: input.mailsPerCall ?? 1 };
  const all = { ...ranges, senders: [1, 1000], mailsPerCall: [1, 50] } as const;
  const faults = names(all).flatMap((name) => {
    const [low, high] = all[name];
    return given[name] >= low && given[name] <= high ? [] : [`${name} must lie between ${low} and ${high}`];
  });
  if (faults.length === 0) return input;
  throw new BadInput('The cost of such a notice cannot be reckoned.', `Correct this: ${faults.join('; ')}.`);
}

function names<T extends object>(of: T): (keyof T)[] {
  return Object.keys(of).filter((name): name is string & keyof T => name in of);
}

const segments = 8;

/** What follows from the input by the same rules that plan a real run. */
export interface CostPlan {
  /** Recipients a second. */
  readonly pace: number;
  readonly seconds: number;
  readonly senders: number;
  readonly mailsPerCall: number;
  readonly calls: number;
}

/** Plans the run as `prepare` would. */
export function costPlan(input: CostInput): CostPlan {
  const { recipients, rate, headroom } = input;
  const quota = { perDay: null, perSecond: rate, sentLastDay: 0 };
  const limits: Limits = { quota, headroom, reservePerDay: 0, rateCap: null };
  const pace = usableRate(limits);
  const mailsPerCall = input.mailsPerCall ?? callSizeFor(rate);
  const shares = sharesOf(limits, [...Array(segments).keys()], Infinity);
  return {
    pace,
    seconds: recipients / pace,
    senders: input.senders ?? shares.length,
    mailsPerCall,
    calls: Math.ceil(recipients / mailsPerCall),
  };
}
