import { writeUnitsPerRecipient } from '../../lambda/core/cost/batch-items.ts';
import { defaultCostInput } from '../../lambda/core/cost/input.ts';
import { dollarsOf } from '../../lambda/core/cost/line.ts';
import { noticeCost } from '../../lambda/core/cost/notice.ts';
import type { Outcome } from './task.ts';
import { customerBytes } from './place.ts';

/** One quantity as the model has it and as it was counted. */
export interface Comparison {
  readonly what: string;
  readonly model: number;
  readonly counted: number;
}

const million = 1_000_000;

/** The lines that a run can be counted for, and the sum for a million with what was counted put in their place. */
export function bill({ accepted, calls, units }: Outcome): readonly Comparison[] {
  const mails = Math.max(1, accepted);
  const mailsPerCall = mails / Math.max(1, calls);
  const perMillion = (count: number): number => (count / mails) * million;
  const input = { ...defaultCostInput, customerItemBytes: customerBytes };
  const { lines, withoutSes } = noticeCost(input);
  const countedQuantity: Readonly<Record<string, number>> = {
    'Find the recipients': perMillion(units.scanUnits),
    Claims: perMillion(units.writeUnits),
    'Outcomes with message ids': 0,
    'Looks at the control item': perMillion(units.otherReadUnits),
  };
  const counted = lines.map((one) => ({ ...one, quantity: countedQuantity[one.name] ?? one.quantity }));
  const sum = counted.reduce((total, one) => total + dollarsOf(one), 0);
  const scan = lines.find(({ name }) => name === 'Find the recipients');
  return [
    { what: 'mails a call', model: 50, counted: mailsPerCall },
    {
      what: 'write units a recipient',
      model: writeUnitsPerRecipient(50),
      counted: units.writeUnits / mails,
    },
    {
      what: 'the same, as the engine counts',
      model: writeUnitsPerRecipient(50),
      counted: units.engineWriteUnits / mails,
    },
    {
      what: 'scan read units a recipient',
      model: (scan?.quantity ?? 0) / million,
      counted: units.scanUnits / mails,
    },
    { what: 'other reads a call', model: 1, counted: units.otherReads / Math.max(1, calls) },
    { what: '$ per million, R = 100, no SES', model: withoutSes, counted: sum },
  ];
}
