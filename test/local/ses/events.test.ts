import type { SesEvent } from '../../../local/ses/events/event.ts';
import { bulk, createNotice, crowd, open, to, type Bench } from './harness.ts';

let bench: Bench;
let heard: SesEvent[];
beforeEach(async () => {
  heard = [];
  bench = await open({ onEvent: (event) => void heard.push(event) });
  await createNotice(bench.client);
});

/** Sends to each address and answers what was heard, as `type address` in order. */
async function story(...addresses: string[]): Promise<string[]> {
  await bench.client.send(bulk(addresses.map((address) => to(address))));
  await bench.server.events.deliverAll();
  return heard.map(({ detail }) => `${detail.eventType} ${detail.mail.destination[0]}`);
}

test('a delivered mail tells of Send and Delivery, with our tags and those of SES', async () => {
  expect(await story('ada@example.com')).toEqual(['Send ada@example.com', 'Delivery ada@example.com']);
  const [sent, delivered] = heard;
  expect(sent).toMatchObject({
    source: 'aws.ses',
    'detail-type': 'Email Sent',
    time: '2026-12-01T09:00:00.000Z',
    resources: ['arn:aws:ses:us-east-1:123456789012:configuration-set/notices'],
    detail: {
      send: {},
      mail: {
        messageId: bench.server.messages()[0]?.id,
        source: 'Nimbus Hosting <notices@nimbus.example>',
        tags: {
          rid: ['ada-example-com'],
          policy: ['privacy-policy'],
          'ses:configuration-set': ['notices'],
          'ses:from-domain': ['nimbus.example'],
          'ses:operation': ['SendBulkTemplatedEmail'],
        },
      },
    },
  });
  expect(delivered).toMatchObject({
    'detail-type': 'Email Delivered',
    detail: { delivery: { recipients: ['ada@example.com'] } },
  });
  expect(sent?.id).not.toBe(delivered?.id);
});

test('the mailbox simulator plays its five scenes, labels included', async () => {
  const at = '@simulator.amazonses.com';
  expect(
    await story(`success${at}`, `bounce+1${at}`, `complaint${at}`, `ooto${at}`, `suppressionlist${at}`),
  ).toEqual([
    `Send success${at}`,
    `Delivery success${at}`,
    `Send bounce+1${at}`,
    `Bounce bounce+1${at}`,
    `Send complaint${at}`,
    `Delivery complaint${at}`,
    `Complaint complaint${at}`,
    `Send ooto${at}`,
    `Delivery ooto${at}`,
    `Send suppressionlist${at}`,
    `Bounce suppressionlist${at}`,
  ]);
  expect(bench.server.accepted().byOutcome).toMatchObject({
    delivered: 2,
    bounced: 1,
    complained: 1,
    suppressed: 1,
  });
});

test('a suppressed address is accepted, counted as sent, and bounces with OnAccountSuppressionList', async () => {
  bench.server.suppress('Ada@Example.com');
  expect(await story('ada@example.com')).toEqual(['Send ada@example.com', 'Bounce ada@example.com']);
  expect(heard[1]?.detail).toMatchObject({
    bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' },
  });
  expect(bench.server.quota.used()).toBe(1);
});

test('a hard bounce or complaint suppresses the address from then on; a soft bounce and the simulator do not', async () => {
  bench.server.setMailboxes((address) => {
    if (address.startsWith('hard')) return 'bounces';
    return address.startsWith('soft') ? 'bounces softly' : undefined;
  });
  const all = ['hard@example.com', 'soft@example.com', 'bounce@simulator.amazonses.com'];
  await story(...all);
  heard = [];
  await story(...all);
  const bounces = heard.flatMap(({ detail }) => (detail.eventType === 'Bounce' ? [detail.bounce] : []));
  expect(bounces.map(({ bounceType, bounceSubType }) => `${bounceType} ${bounceSubType}`)).toEqual([
    'Permanent OnAccountSuppressionList',
    'Transient MailboxFull',
    'Permanent General',
  ]);
});

test('a delay is told as DeliveryDelay', async () => {
  bench.server.setMailboxes(() => 'delays');
  expect(await story('ada@example.com')).toEqual(['Send ada@example.com', 'DeliveryDelay ada@example.com']);
});

test('a mail without a configuration set tells nothing', async () => {
  await bench.client.send(bulk(crowd(2), { ConfigurationSetName: undefined }));
  await bench.server.events.deliverAll();
  expect(heard).toEqual([]);
});

test('events come by themselves, soon', async () => {
  await bench.client.send(bulk(crowd(3)));
  for (let tries = 0; heard.length < 6 && tries < 100; tries += 1)
    await new Promise((done) => setTimeout(done, 5));
  expect(heard).toHaveLength(6);
});

test('the outcome comes after the delivery time, by the clock of the server', async () => {
  bench.server.settings.deliveryMilliseconds = 60_000;
  await bench.client.send(bulk(crowd(1)));
  await bench.server.events.deliverDue();
  expect(heard.map(({ detail }) => detail.eventType)).toEqual(['Send']);
  bench.clock.now += 60_000;
  await bench.server.events.deliverDue();
  expect(heard.map(({ detail }) => detail.eventType)).toEqual(['Send', 'Delivery']);
  expect(heard[1]?.time).toBe('2026-12-01T09:01:00.000Z');
});

test('a script drops, duplicates and delays events', async () => {
  const { script } = bench.server.events;
  script.add({ on: 'Delivery', nth: 1, mishap: { kind: 'drop' } });
  script.add({ on: 'Send', nth: 2, mishap: { kind: 'duplicate', copies: 3 } });
  script.add({ on: ['Delivery'], nth: 3, mishap: { kind: 'delay', milliseconds: 10_000 } });
  await bench.client.send(bulk(crowd(3)));
  await bench.server.events.deliverDue();
  const told = (): string[] =>
    heard.map(({ detail }) => `${detail.eventType}${detail.mail.destination[0]?.[8]}`);
  expect(told()).toEqual(['Send0', 'Send1', 'Send1', 'Send1', 'Delivery1', 'Send2']);
  expect(bench.server.events.counts()).toEqual({ waiting: 1, delivered: 6 });
  bench.clock.now += 10_000;
  await bench.server.events.deliverDue();
  expect(told().at(-1)).toBe('Delivery2');
});

test('a script puts events out of order, the same way for the same seed', async () => {
  const order = async (seed: number): Promise<string[]> => {
    const told: string[] = [];
    const other = await open({
      seed,
      onEvent: ({ detail }) => void told.push(detail.mail.destination[0] ?? ''),
    });
    await createNotice(other.client);
    other.server.events.script.add({ on: 'Send', mishap: { kind: 'reorder', withinMilliseconds: 1000 } });
    other.server.events.script.add({ on: 'Delivery', mishap: { kind: 'drop' } });
    await other.client.send(bulk(crowd(20)));
    await other.server.events.deliverAll();
    await other.close();
    return told;
  };
  const [first, again, another] = [await order(1), await order(1), await order(2)];
  expect(again).toEqual(first);
  expect(another).not.toEqual(first);
  expect([...first].sort()).not.toEqual(first);
  expect(new Set(first).size).toBe(20);
});

test('a listener that throws is heard by who delivers, and the next events still come', async () => {
  let fail = true;
  const other = await open({
    onEvent: (event) => {
      if (fail) throw new Error('the queue is full');
      heard.push(event);
    },
  });
  await createNotice(other.client);
  other.server.events.script.add({ mishap: { kind: 'delay', milliseconds: 1 } });
  await other.client.send(bulk(crowd(1)));
  await expect(other.server.events.deliverAll()).rejects.toThrow('the queue is full');
  fail = false;
  await other.client.send(bulk(crowd(1)));
  await other.server.events.deliverAll();
  expect(heard).toHaveLength(2);
});
