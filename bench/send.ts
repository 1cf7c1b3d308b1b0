import { parseArgs } from 'node:util';
import { controlPlaneClient } from '../lambda/aws/mailer-client.ts';
import { quotaOn } from '../lambda/aws/mailer-quota.ts';
import type { Slice } from '../lambda/contract.ts';
import { sharesOf } from '../lambda/core/pacing/plan.ts';
import { bill } from './send/bill.ts';
import { EventLog } from './send/event-log.ts';
import { Judge } from './send/judge.ts';
import { segments } from './send/notice.ts';
import { placeWith } from './send/place.ts';
import type { Result } from './send/result.ts';
import { columns, comparison, ratios, row, verdicts } from './send/print.ts';
import type { Program } from './send/run-child.ts';
import { bundled } from './send/run-child.ts';
import type { Contender } from './send/task.ts';
import { contenders, nowhere } from './send/task.ts';

/**
 * Measures the sender beside two usual ways of mailing, each in a process of its own, on dynalite and our SES server:
 * `npx tsx bench/send.ts [--scale 0.25] [--only 50] [--seconds 8]`. `--scale 1` is the whole audience of each limit,
 * and takes about five minutes. Exits 1 when our sender misses a promise.
 */
interface Limit {
  readonly rate: number;
  readonly customers: number;
  /** How long SES takes to answer: about what the real one does, or at once. */
  readonly answerMs: number;
}

const limits: readonly Limit[] = [
  { rate: 50, customers: 3000, answerMs: 80 },
  { rate: 500, customers: 30_000, answerMs: 80 },
  { rate: Infinity, customers: 100_000, answerMs: 0 },
];
const headroom = 0.9;
const allSegments = [...Array(segments).keys()];

/** Without a limit one sender goes as fast as it can; with one, it gets the share that `prepare` would give it. */
async function sliceFor(rate: number, ses: string): Promise<Slice> {
  const unlimited = { sender: 0, segments: allSegments, rate: 1e6, callSize: 50, budget: 1e9, stagger: 0 };
  if (rate === Infinity) return unlimited;
  const quota = await quotaOn(controlPlaneClient({ ...nowhere, endpoint: ses })).read();
  const shares = sharesOf({ quota, headroom, reservePerDay: 0, rateCap: null }, allSegments, Infinity);
  return shares[0] ?? unlimited;
}

async function contend(
  program: Program,
  who: Contender,
  limit: Limit,
  dynamoDb: string,
  seconds: number,
  events: EventLog | null,
): Promise<Result> {
  const { rate, customers, answerMs } = limit;
  const judge = new Judge(rate, answerMs, events?.take ?? null);
  const ses = await judge.start();
  const outcome = await program.run({ who, dynamoDb, ses, slice: await sliceFor(rate, ses), seconds });
  const sight = await judge.stop();
  return { who, rate, customers, outcome, sight, events: (await events?.count(dynamoDb)) ?? null };
}

async function measure(program: Program, limit: Limit, seconds: number): Promise<Result | undefined> {
  const { rate, customers, answerMs } = limit;
  const place = await placeWith(customers);
  const limited = rate === Infinity ? 'no limit' : `R = ${rate}`;
  console.log(`\n${limited}, ${customers} customers, SES answers after ${answerMs} ms\n${columns}`);
  const results: Result[] = [];
  for (const who of contenders) {
    // Without a limit the listener would cost the sender its processor.
    const events = who === 'sender' && rate !== Infinity ? new EventLog() : null;
    const result = await contend(program, who, limit, place.url, seconds, events);
    console.log(row(result));
    results.push(result);
  }
  await place.stop();
  const ours = results.find(({ who }) => who === 'sender');
  for (const text of ratios(results)) console.log(text);
  for (const text of ours === undefined ? [] : verdicts(ours)) console.log(text);
  return ours;
}

async function main(): Promise<void> {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '0.25' },
      only: { type: 'string' },
      seconds: { type: 'string', default: '8' },
    },
  });
  const program = await bundled();
  const chosen = limits.filter(({ rate }) => values.only === undefined || String(rate) === values.only);
  const kept: boolean[] = [];
  for (const limit of chosen) {
    const customers = Math.round(limit.customers * Number(values.scale));
    const ours = await measure(program, { ...limit, customers }, Number(values.seconds));
    if (ours === undefined) continue;
    kept.push(!verdicts(ours).some((text) => text.includes('MISSED')));
    if (limit.rate < 100) continue;
    console.log('  cost model beside this run:');
    for (const one of bill(ours)) console.log(comparison(one));
  }
  program.remove();
  process.exitCode = kept.every(Boolean) ? 0 : 1;
}

void main();
