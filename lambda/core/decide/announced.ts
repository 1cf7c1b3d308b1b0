import { addPeriod } from '../calendar/local-date.ts';
import type { NoticePeriodLine } from '../decision.ts';
import type { LocalDate } from '../ids.ts';
import type { Deciding, Settled } from './deciding.ts';
import { periodInWords } from './period-words.ts';
import { noticeRegime } from './periods.ts';
import type { ChangePromise } from './promise.ts';

/** A change customers are told of applies when the longest notice period is over, or later if the publisher says so. */
export function decideAnnounced(input: Deciding): Settled {
  const { today, timeZone, sendingEnds, requested, significance } = input;
  const periods = linesOf(input);
  const longest = periods.reduce((top, line) => (line.earliest > top.earliest ? line : top));
  const effectiveDate = requested !== null && requested > longest.earliest ? requested : longest.earliest;
  const review = 'Nobody has said whether the change is significant, so it is treated as if it were.';
  return {
    effectiveDate,
    notify: true,
    periods,
    words: [
      ...(significance === 'review' ? [review] : []),
      `Today, in ${timeZone}, is ${today}. Sending is planned to end on ${sendingEnds}.`,
      ...periods.map((line) => sentence(line, sendingEnds)),
      `The longest period counts (${longest.rule}): the earliest permitted date is ${longest.earliest}.`,
      ...asked(requested, longest.earliest),
      `The change takes effect on ${effectiveDate}.`,
    ],
    warnings: [...moved(requested, longest), ...keptPromise(input, periods)],
  };
}

function linesOf({
  policy,
  policyId,
  promise,
  sendingEnds,
}: Deciding): readonly [NoticePeriodLine, ...NoticePeriodLine[]] {
  const line = (rule: string, period: string, citation: string): NoticePeriodLine => ({
    rule,
    period,
    earliest: addPeriod(sendingEnds, period),
    citation,
  });
  const own = line(
    'Own setting',
    `P${policy.significantDays}D`,
    `settings: policies.${policyId}.significantDays`,
  );
  const regimes = policy.regimes.map((id) => {
    const { name, period, basis, citation, checked } = noticeRegime(id);
    return line(
      name,
      period,
      `${citation} (${basis === 'law' ? 'statutory period' : `${basis} value`}; ${checked})`,
    );
  });
  return [own, ...regimes, ...(promise === null ? [] : [line(promiseRule, promise.period, place(promise))])];
}

const promiseRule = "The policy's own promise";

function place({ section, quote }: ChangePromise): string {
  return section === '' ? `"${quote}"` : `Section "${section}": "${quote}"`;
}

function sentence({ rule, period, earliest, citation }: NoticePeriodLine, from: LocalDate): string {
  return `${rule}: ${periodInWords(period)} after ${from} is ${earliest}. Source: ${citation}.`;
}

function asked(requested: LocalDate | null, earliest: LocalDate): readonly string[] {
  if (requested === null) return [];
  return requested >= earliest
    ? [`The publisher asked for ${requested}, which is late enough.`]
    : [`The publisher asked for ${requested}, which is too early.`];
}

function moved(requested: LocalDate | null, { earliest, rule, period }: NoticePeriodLine): readonly string[] {
  if (requested === null || requested >= earliest) return [];
  return [
    `The date asked for, ${requested}, was moved to ${earliest}: ${rule} asks for ${periodInWords(period)} of notice.`,
  ];
}

/** Said when the policy's promise, not the settings, made the notice as long as it is. */
function keptPromise({ promise }: Deciding, periods: readonly NoticePeriodLine[]): readonly string[] {
  const own = periods.find(({ rule }) => rule === promiseRule);
  const others = periods.filter((line) => line !== own).map(({ earliest }) => earliest);
  const settled = others.reduce<LocalDate | null>(
    (top, one) => (top === null || one > top ? one : top),
    null,
  );
  if (promise === null || own === undefined || settled === null || own.earliest <= settled) return [];
  return [
    `The settings alone would permit ${settled}, but the policy promises ${periodInWords(promise.period)} (${place(promise)}). The date keeps the promise; raise significantDays to match it.`,
  ];
}
