import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeUnitsPerRecipient } from '../lambda/core/cost/batch-items.ts';
import { defaultIdleInput, idleCost } from '../lambda/core/cost/idle.ts';
import { costPlan, defaultCostInput as usual, evidenceWays } from '../lambda/core/cost/input.ts';
import type { CostLine } from '../lambda/core/cost/line.ts';
import { dollarsAfterFree, dollarsOf } from '../lambda/core/cost/line.ts';
import { noticeCost } from '../lambda/core/cost/notice.ts';
import { mailPrices, pricedRegion, prices } from '../lambda/core/cost/prices.ts';
import { markdownTable } from './markdown-table.ts';
import { amount, dollars, duration, price, quantity } from './print-cost.ts';

/** Where the generated page lies. */
export const costDocPath = join(__dirname, '..', 'docs', 'cost.md');

/** docs/cost.md, made from the cost model; a test holds the committed page against it. */
export function costDoc(): string {
  return `${[
    '# What it costs',
    'Generated from the cost model by `npx tsx cli/cost-doc.ts`; do not edit. Your own case: `npm run cost -- --recipients 1000000 --rate 100`.',
    `List prices of ${pricedRegion}, ${prices.readUnit.date}, in US dollars, without free tiers unless it says so, and without taxes.`,
    '## One notice',
    ...example(),
    '## By rate of the account',
    rateWords,
    byRate(),
    '## By share of the customers who are affected',
    'All customers are read three times, whoever is affected: below a tenth of them reading outweighs the rest.',
    byShare(),
    '## By what is kept of the events of SES',
    evidenceWords,
    byEvidence(),
    '## A month in which nothing is published',
    ...idle(),
    '## What is left out',
    leftOut,
    '## Prices',
    priceTable(),
  ].join('\n\n')}\n`;
}

function example(): string[] {
  const { lines, withoutSes, ses, plan } = noticeCost(usual);
  const words = `${amount(usual.recipients)} customers of ${usual.customerItemBytes} bytes, all of them affected, at ${usual.rate} a second with a headroom of ${usual.headroom}: ${duration(plan.seconds)}, ${plan.senders} sender of ${usual.memoryMegabytes} MB, calls of ${plan.mailsPerCall}. A is the recipients, f the share affected, s the bytes of a customer, N the senders, T the seconds.`;
  const body = lines.map((one) => cells(one, dollarsOf(one)));
  const sums = [
    ['**Sum without SES**', '', '', `**${dollars(withoutSes)}**`, ''],
    cells(ses, dollarsOf(ses)),
  ];
  return [words, bill([...body, ...sums])];
}

function idle(): string[] {
  const { lines, afterFree, atListPrice } = idleCost(defaultIdleInput);
  const later = [1, 2].map((rotations) => dollars(idleCost({ ...defaultIdleInput, rotations }).afterFree));
  const body = lines.map((one) => {
    const [name, count, each, sum, formula] = cells(one, dollarsAfterFree(one));
    return [name, count, each, sum, one.free > 0 ? `${formula}; ${one.free} are free` : formula];
  });
  const rest = [
    ['**Sum after the free tiers**', '', '', `**${dollars(afterFree)}**`, ''],
    ['Sum at list prices', '', '', dollars(atListPrice), 'other stacks have used the free tiers up'],
  ];
  return [
    `With ${amount(defaultIdleInput.customers)} customers in a table of this stack, and the ledger of ${amount(defaultIdleInput.noticesKept)} mails. The free tiers counted here do not end after a year, and are shared by the account.`,
    bill([...body, ...rest]),
    `The key is rotated, and AWS charges for the material it keeps of the first two rotations: ${later[0]} a month after the first, ${later[1]} after the second.`,
  ];
}

function cells(one: CostLine, sum: number): string[] {
  return [one.name, quantity(one), price(one), dollars(sum), one.formula];
}

function bill(rows: readonly (readonly (string | undefined)[])[]): string {
  const head = ['Line', 'Quantity', 'Price', 'Sum', 'How'];
  const all = [head, ...rows.map((row) => row.map((cell) => cell ?? ''))];
  return markdownTable(['left', 'right', 'right', 'right', 'left'], all);
}

const rateWords =
  'Calls are half a second of the rate, at most 50: accounts below 100 a second make smaller calls, whose batch items hold fewer recipients each, and write more than 0.10 units a mail. They are not joined, because a batch is what is in doubt after a crash (docs/decisions/0012). Slower runs keep their sender waiting longer. Durations are for 1, 10 and 50 million recipients.';

function byRate(): string {
  const rows = [14, 50, 100, 500, 1000].map((rate) => {
    const input = { ...usual, rate };
    const { plan, withoutSes } = noticeCost(input);
    const times = [1, 10, 50].map((millions) =>
      duration(costPlan({ ...input, recipients: millions * 1_000_000 }).seconds),
    );
    const units = writeUnitsPerRecipient(plan.mailsPerCall).toFixed(3);
    return [amount(rate), String(plan.mailsPerCall), units, dollars(withoutSes), ...times];
  });
  const head = ['Rate', 'Mails a call', 'Write units a mail', 'Sum without SES', '1M', '10M', '50M'];
  return markdownTable(
    head.map(() => 'right'),
    [head, ...rows],
  );
}

function byShare(): string {
  const rows = [1, 0.5, 0.1, 0.05, 0.01].map((affectedShare) => {
    const { lines, withoutSes } = noticeCost({ ...usual, affectedShare });
    const scan = lines.find(({ name }) => name === 'Find the recipients');
    return [
      `${affectedShare * 100} %`,
      scan === undefined ? '' : dollars(dollarsOf(scan)),
      dollars(withoutSes),
    ];
  });
  return markdownTable(['right', 'right', 'right'], [['Affected', 'One scan', 'Sum without SES'], ...rows]);
}

const evidenceWords =
  'Each mail has two events at least, send and delivery. `stream` is what is deployed: every event goes by Firehose to S3, and what went wrong, with the sending of one batch in twenty, through a queue to `feedback` (docs/decisions/0012). `queue` would send every event that way; `none` is `sending.feedback: off`.';

function byEvidence(): string {
  const rows = evidenceWays.map((evidence) => [
    `\`${evidence}\``,
    dollars(noticeCost({ ...usual, evidence }).withoutSes),
  ]);
  return markdownTable(['left', 'right'], [['Evidence', 'Sum without SES'], ...rows]);
}

const leftOut =
  'Requests to KMS, CloudWatch Logs and X-Ray while a notice goes out (cents a run, whatever its size), the reading of evidence when the outcome of a call is unknown (a cent an hour of sending), visits to the site, transfer to the internet, the ledger as it lies there afterwards (see the idle month), and whatever the account pays SES beside mails.';

function priceTable(): string {
  const all = {
    ...prices,
    'mail, plan none': mailPrices.none,
    'mail, plan essentials': mailPrices.essentials,
  };
  const rows = Object.entries<CostLine['price']>(all).map(([name, one]) => [
    name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    price({ price: one, name, quantity: 1, formula: '', free: 0 }),
    one.unit,
    one.source,
    one.date,
  ]);
  return markdownTable(
    ['left', 'right', 'left', 'left', 'left'],
    [['Price', 'Dollars', 'A', 'Source', 'As of'], ...rows],
  );
}

if (require.main === module) writeFileSync(costDocPath, costDoc());
