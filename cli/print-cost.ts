import type { IdleCost } from '../lambda/core/cost/idle.ts';
import type { CostInput } from '../lambda/core/cost/input.ts';
import type { CostLine } from '../lambda/core/cost/line.ts';
import { dollarsAfterFree, dollarsOf } from '../lambda/core/cost/line.ts';
import type { NoticeCost } from '../lambda/core/cost/notice.ts';
import { paint } from './paint.ts';

/** The bill of one notice as lines for a terminal. */
export function noticeBill(
  { recipients, rate }: CostInput,
  { plan, lines, withoutSes, ses }: NoticeCost,
): string[] {
  const { seconds, senders, calls, mailsPerCall } = plan;
  return [
    paint('bold', `One notice to ${amount(recipients)} customers at ${amount(rate)} a second`),
    `takes ${duration(seconds)} with ${senders} sender${senders === 1 ? '' : 's'}, ${amount(calls)} calls of ${amount(mailsPerCall)}`,
    '',
    ...lines.map((one) => row(one, dollarsOf(one))),
    total('Sum without SES', withoutSes),
    row(ses, dollarsOf(ses)),
    total('Sum', withoutSes + dollarsOf(ses)),
    ...(recipients >= million
      ? [total('Per million, without SES', (withoutSes / recipients) * million)]
      : []),
  ];
}

const million = 1_000_000;

/** The bill of an idle month as lines for a terminal. */
export function idleBill({ lines, atListPrice, afterFree }: IdleCost): string[] {
  return [
    paint('bold', 'A month in which nothing is published'),
    ...lines.map((one) => row(one, dollarsAfterFree(one), one.free)),
    total('Sum after the free tiers', afterFree),
    total('Sum at list prices', atListPrice),
  ];
}

function row(one: CostLine, cost: number, free = 0): string {
  const gift = free > 0 ? `, ${free} free` : '';
  return `${one.name.padEnd(26)}${quantity(one).padStart(24)} x ${price(one).padEnd(13)}${dollars(cost).padStart(11)}  ${one.formula}${gift}`;
}

function total(name: string, cost: number): string {
  return paint('bold', `${name.padEnd(66)}${dollars(cost).padStart(11)}`);
}

/** `20,000 write units`. */
export function quantity({ quantity, price: { unit } }: CostLine): string {
  return `${amount(quantity)} ${unit}${quantity === 1 || unit.startsWith('GB') ? '' : 's'}`;
}

/** `$0.000025`, and `$0.625/M` (a million) for what is smaller. */
export function price({ price: { dollars: each } }: CostLine): string {
  return each < 1e-5 ? `$${Number((each * million).toPrecision(6))}/M` : `$${Number(each.toPrecision(6))}`;
}

/** `11,111`, and three digits of what is smaller than a hundred. */
export function amount(value: number): string {
  return value.toLocaleString(
    'en',
    value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 },
  );
}

/** Four digits after the point: most lines are less than a cent. */
export function dollars(value: number): string {
  return `$${value.toLocaleString('en', { minimumFractionDigits: 4, maximumFractionDigits: 4 })}`;
}

/** `19 min`, `3.1 h` or `9.2 d`. */
export function duration(seconds: number): string {
  const hours = seconds / 3600;
  if (hours < 1) return `${Math.round(seconds / 60)} min`;
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} d`;
}
