import type { Comparison } from './bill.ts';
import type { Result } from './result.ts';
import type { Contender } from './task.ts';

const titles: Readonly<Record<Contender, string>> = {
  sender: 'policy-notice',
  loop: '(a) one SendEmail each',
  page: '(b) 50, sleep a second',
};

/** The head of the table: what each column of `row` says. */
export const columns =
  '                          mails     /s  of limit  throttled  lost  twice  CPU s/1000  RSS half  RSS peak  WRU/mail';

/** A row of the table. */
export function row({ who, rate, outcome, sight }: Result): string {
  const { accepted, processor, halfwayMegabytes, peakMegabytes, units, throttled, lost } = outcome;
  const per = Math.max(1, accepted);
  return [
    titles[who].padEnd(23),
    String(sight.accepted).padStart(8),
    sight.goodput.toFixed(0).padStart(7),
    (rate === Infinity ? '-' : `${((sight.goodput / rate) * 100).toFixed(1)} %`).padStart(9),
    String(throttled + (who === 'loop' ? sight.throttledCalls : 0)).padStart(10),
    String(lost).padStart(5),
    String(sight.twice).padStart(6),
    ((processor / per) * 1000).toFixed(3).padStart(11),
    `${halfwayMegabytes.toFixed(0)} MB`.padStart(9),
    `${peakMegabytes.toFixed(0)} MB`.padStart(9),
    (units.writeUnits / per).toFixed(3).padStart(9),
  ].join(' ');
}

/** Ours over each peer: how much faster, and how much less processor time a mail. */
export function ratios(results: readonly Result[]): string[] {
  const ours = results.find(({ who }) => who === 'sender');
  if (ours === undefined) return [];
  return results
    .filter((one) => one !== ours)
    .map((peer) => {
      const faster = ours.sight.goodput / Math.max(0.001, peer.sight.goodput);
      const cpu = cpuPerMail(peer) / cpuPerMail(ours);
      return `  against ${titles[peer.who]}: ${faster.toFixed(1)} x the goodput, 1/${cpu.toFixed(1)} of the processor time a mail`;
    });
}

function cpuPerMail({ outcome }: Result): number {
  return outcome.processor / Math.max(1, outcome.accepted);
}

/** What the model says beside what was counted. */
export function comparison({ what, model, counted }: Comparison): string {
  const ratio = (counted / model).toFixed(2);
  return `  ${what.padEnd(32)} model ${model.toFixed(4).padStart(9)}   counted ${counted.toFixed(4).padStart(9)}   ratio ${ratio}`;
}

/** The promises a limited run has to keep, each with whether it did. */
export function verdicts({ rate, customers, outcome, sight }: Result): string[] {
  const check = (kept: boolean, promise: string): string => `  ${kept ? 'kept  ' : 'MISSED'} ${promise}`;
  const limited =
    rate === Infinity
      ? []
      : [
          check(sight.goodput >= 0.88 * rate, 'goodput at least 88 % of the limit'),
          check(outcome.throttled === 0, 'no throttled destination'),
        ];
  return [
    ...limited,
    check(sight.accepted === customers && sight.twice === 0, 'every customer accepted once'),
    check(outcome.peakMegabytes <= 150, 'at most 150 MB resident'),
  ];
}
