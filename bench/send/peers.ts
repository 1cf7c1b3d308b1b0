import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient, SendBulkTemplatedEmailCommand, SendEmailCommand } from '@aws-sdk/client-ses';
import { setTimeout } from 'node:timers/promises';
import { directoryOn } from '../../lambda/aws/directory.ts';
import type { Customer } from '../../lambda/core/customer/customer.ts';
import { parseCustomer } from '../../lambda/core/customer/customer.ts';
import { countUnits } from './count-units.ts';
import { htmlPart, subject, template, textPart } from './notice.ts';
import type { Done, Task, Units } from './task.ts';
import { names, nowhere } from './task.ts';

type Peer = Done & { readonly units: Units };

/** One SendEmail after the other, with the SDK's own retries; what they do not mend is lost. */
export async function runLoop(task: Task): Promise<Peer> {
  const { pages, units, client } = open(task, 1000);
  const done = { calls: 0, accepted: 0, throttled: 0, lost: 0 };
  for await (const page of pages) {
    for (const customer of page) {
      if (performance.now() > task.seconds * 1000) return { ...done, units };
      done.calls += 1;
      try {
        await client.send(single(customer));
        done.accepted += 1;
      } catch {
        done.lost += 1;
      }
    }
  }
  return { ...done, units };
}

/** A page of 50 customers, one call for them, a second of sleep; what the answer says of each is not looked at. */
export async function runPages(task: Task): Promise<Peer> {
  const { pages, units, client } = open(task, 50);
  const done = { calls: 0, accepted: 0, throttled: 0, lost: 0 };
  for await (const page of pages) {
    if (performance.now() > task.seconds * 1000) break;
    const { Status = [] } = await client.send(bulk(page));
    const accepted = Status.filter((one) => one.Status === 'Success').length;
    done.calls += 1;
    done.accepted += accepted;
    done.lost += page.length - accepted;
    done.throttled += Status.filter((one) => one.Status === 'AccountThrottled').length;
    await setTimeout(1000);
  }
  return { ...done, units };
}

function open({ dynamoDb, ses }: Task, pageLimit: number) {
  const dynamo = new DynamoDBClient({ ...nowhere, endpoint: dynamoDb });
  const units = countUnits(dynamo);
  const client = new SESClient({ ...nowhere, endpoint: ses });
  return { units, client, pages: pagesOf(dynamo, pageLimit) };
}

async function* pagesOf(dynamo: DynamoDBClient, limit: number): AsyncGenerator<readonly Customer[]> {
  const directory = directoryOn(dynamo, names.tables.customers);
  let after: string | null = null;
  do {
    const { rows, next } = await directory.page(0, 1, after, limit);
    yield rows.map(({ row }) => parseCustomer(row));
    after = next;
  } while (after !== null);
}

function single({ email, name }: Customer): SendEmailCommand {
  return new SendEmailCommand({
    Source: names.sender.address,
    ConfigurationSetName: names.configurationSet,
    Destination: { ToAddresses: [email] },
    Message: {
      Subject: { Data: subject },
      Body: { Text: { Data: textPart(name) }, Html: { Data: htmlPart(name) } },
    },
  });
}

function bulk(page: readonly Customer[]): SendBulkTemplatedEmailCommand {
  return new SendBulkTemplatedEmailCommand({
    Source: names.sender.address,
    ConfigurationSetName: names.configurationSet,
    Template: template('en').name,
    DefaultTemplateData: '{}',
    Destinations: page.map(({ email, name }) => ({
      Destination: { ToAddresses: [email] },
      ReplacementTemplateData: JSON.stringify({ name, nameHtml: name }),
    })),
  });
}
