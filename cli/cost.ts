import { Command, InvalidArgumentError, Option } from 'commander';
import type { CostInput } from '../lambda/core/cost/input.ts';
import { defaultCostInput, evidenceWays } from '../lambda/core/cost/input.ts';
import { defaultIdleInput, idleCost } from '../lambda/core/cost/idle.ts';
import { noticeCost } from '../lambda/core/cost/notice.ts';
import { mailPrices, pricedRegion } from '../lambda/core/cost/prices.ts';
import { idleBill, noticeBill } from './print-cost.ts';

type CostOptions = CostInput & { readonly customers: number };

/** `cost`: what a notice costs, line by line, and what the stack costs while nothing is published. */
export function costCommand(): Command {
  const usual = defaultCostInput;
  return new Command('cost')
    .description('reckon what a notice costs in AWS, line by line, and what the stack costs while it is idle')
    .option('--recipients <number>', 'customers who are mailed', number, usual.recipients)
    .option('--rate <number>', 'send rate of the SES account, recipients a second', number, usual.rate)
    .option('--headroom <share>', 'share of that rate to use', number, usual.headroom)
    .option('--affected-share <share>', 'recipients as a share of all customers', number, usual.affectedShare)
    .option('--customer-item-bytes <bytes>', 'size of a customer row', number, usual.customerItemBytes)
    .option('--senders <number>', 'senders at once (default: as planned)', number)
    .option('--memory-megabytes <MB>', 'memory of a sender', number, usual.memoryMegabytes)
    .option('--mails-per-call <number>', 'recipients a call (default: as planned)', number)
    .option('--exception-share <share>', 'customers who cannot be told', number, usual.exceptionShare)
    .addOption(
      choice('--plan <plan>', 'pricing plan of the SES account', Object.keys(mailPrices), usual.plan),
    )
    .addOption(choice('--transport <way>', 'calls to SES', ['bulk', 'templated'], usual.transport))
    .addOption(choice('--evidence <way>', 'how SES events are kept', evidenceWays, usual.evidence))
    .option('--customers <number>', 'rows of the customers table, for the idle cost', number)
    .action((options: Partial<CostOptions>) => print(options));
}

function choice(flags: string, words: string, choices: readonly string[], usual: string): Option {
  return new Option(flags, words).choices(choices).default(usual);
}

function number(text: string): number {
  const value = Number(text.replaceAll(/[_,]/g, ''));
  if (text.trim() === '' || Number.isNaN(value)) throw new InvalidArgumentError('Give a number.');
  return value;
}

function print({ customers, ...options }: Partial<CostOptions>): void {
  const input = { ...defaultCostInput, ...options };
  const notice = noticeCost(input);
  const idle = idleCost({
    ...defaultIdleInput,
    customers: customers ?? Math.round(input.recipients / input.affectedShare),
    customerItemBytes: input.customerItemBytes,
    noticesKept: input.recipients,
  });
  const prices = `List prices of ${pricedRegion}, ${notice.ses.price.date}; sources: docs/cost.md`;
  process.stdout.write([...noticeBill(input, notice), '', ...idleBill(idle), '', prices, ''].join('\n'));
}
