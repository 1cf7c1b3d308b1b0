import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { itemSize, writeUnits } from '../../lambda/core/ledger/size.ts';
import type { Units } from './task.ts';

const item = z.record(z.string(), z.unknown());
const written = z.object({ input: z.object({ Item: item.optional() }), Attributes: item.optional() });
const consumed = z.object({ ConsumedCapacity: z.object({ CapacityUnits: z.number() }).optional() });

/**
 * Counts what DynamoDB would charge for the calls of a client: writes by the size of the item as it is then, where the
 * answer shows it, and beside it what the engine says.
 */
export function countUnits(client: DynamoDBClient): Units {
  const units: Units = {
    writes: 0,
    writeUnits: 0,
    engineWriteUnits: 0,
    scanUnits: 0,
    otherReads: 0,
    otherReadUnits: 0,
  };
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      add(units, { ...args.input }, answer.output);
      return answer;
    },
    { step: 'initialize' },
  );
  return units;
}

function add(units: Units, input: Readonly<Record<string, unknown>>, output: unknown): void {
  const engine = consumed.parse(output).ConsumedCapacity?.CapacityUnits ?? 0;
  if ('Item' in input || 'UpdateExpression' in input) {
    const { Attributes } = written.parse({ ...item.parse(output), input });
    const whole = input['Item'] ?? (input['ReturnValues'] === 'ALL_NEW' ? Attributes : undefined);
    units.writes += 1;
    units.writeUnits += whole === undefined ? engine : writeUnits(itemSize(item.parse(whole)));
    units.engineWriteUnits += engine;
  } else if ('Segment' in input) {
    units.scanUnits += engine;
  } else {
    units.otherReads += 1;
    units.otherReadUnits += engine;
  }
}
