import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from '../../lambda/aws/clock.ts';
import { directoryOn } from '../../lambda/aws/directory.ts';
import { ledgerOn } from '../../lambda/aws/ledger.ts';
import { sendingClient } from '../../lambda/aws/mailer-client.ts';
import { mailerOn } from '../../lambda/aws/mailer.ts';
import { actionOf } from '../../lambda/core/outcome/classes.ts';
import type { CallOutcome, Mailer } from '../../lambda/core/outcome/mailer.ts';
import { notify } from '../../lambda/notify/notify.ts';
import { countUnits } from './count-units.ts';
import { policyId, version } from './notice.ts';
import type { Done, Task, Units } from './task.ts';
import { names, nowhere } from './task.ts';

/** The `notify` step as it is deployed, on the real adapters. */
export async function runSender({ dynamoDb, ses, slice }: Task): Promise<Done & { readonly units: Units }> {
  const dynamo = new DynamoDBClient({ ...nowhere, endpoint: dynamoDb });
  const units = countUnits(dynamo);
  const client = sendingClient({ ...nowhere, endpoint: ses });
  const envelope = {
    sender: { ...names.sender, identity: 'existing' as const },
    configurationSet: names.configurationSet,
  };
  const counted = { calls: 0, throttled: 0 };
  const ports = {
    ledger: ledgerOn(dynamo, names.tables.notices),
    directory: directoryOn(dynamo, names.tables.customers),
    mailer: counting(mailerOn(client, envelope), counted),
    clock: systemClock,
  };
  const input = { policyId, version, now: new Date().toISOString(), slice };
  const { accepted, refused, unknown } = await notify(ports, input, {
    owner: crypto.randomUUID(),
    remaining: 900_000,
  });
  return { ...counted, accepted, lost: refused + unknown, units };
}

function counting(mailer: Mailer, counted: { calls: number; throttled: number }): Mailer {
  const note = (mails: number, outcome: CallOutcome): CallOutcome => {
    counted.calls += 1;
    counted.throttled += throttledOf(mails, outcome);
    return outcome;
  };
  return {
    bulk: async (call) => note(call.mails.length, await mailer.bulk(call)),
    single: async (call) => note(1, await mailer.single(call)),
  };
}

function throttledOf(mails: number, outcome: CallOutcome): number {
  switch (outcome.kind) {
    case 'answered':
      return outcome.outcomes.filter((one) => 'code' in one && actionOf(one.code) === 'slow').length;
    case 'refused':
      return actionOf(outcome.code) === 'slow' ? mails : 0;
    case 'unknown':
      return 0;
    default:
      return outcome satisfies never;
  }
}
