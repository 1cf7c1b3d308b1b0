import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';

import { Script, seededRandom } from '../../../local/ses/account/script.ts';
import { bulk, clientOf, createNotice, crowd, open, refusal, type Bench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await open();
  await createNotice(bench.client);
});

const send = (count = 5): Promise<unknown> => bench.client.send(bulk(crowd(count)));
const accepted = (): number => bench.server.accepted().messages;

test('a lost response: accepted once, and the caller learns nothing', async () => {
  bench.server.faults.add({ fault: { kind: 'lost response' } });
  const { name, message } = await refusal(send());
  expect(`${name} ${message}`).toMatch(/ECONNRESET|socket hang up/);
  expect(accepted()).toBe(5);
  expect(bench.server.calls.SendBulkTemplatedEmail).toBe(1);
});

test('a client that retries mails everybody again after a lost response: the reason for one attempt', async () => {
  const retrying = new SESClient({
    endpoint: bench.server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
  bench.server.faults.add({ times: 1, fault: { kind: 'lost response' } });
  await retrying.send(bulk(crowd(5)));
  retrying.destroy();
  expect(accepted()).toBe(10);
});

test('a reset before acceptance: nobody is mailed', async () => {
  bench.server.faults.add({ fault: { kind: 'reset' } });
  const { name, message } = await refusal(send());
  expect(`${name} ${message}`).toMatch(/ECONNRESET|socket hang up/);
  expect(accepted()).toBe(0);
});

test.each([true, false])('a hang ends in the timeout of the caller (carried out: %s)', async (carriedOut) => {
  bench.server.faults.add({ fault: { kind: 'hang', accepted: carriedOut } });
  const impatient = clientOf(bench.server, 250);
  expect((await refusal(impatient.send(bulk(crowd(5))))).name).toBe('TimeoutError');
  impatient.destroy();
  expect(accepted()).toBe(carriedOut ? 5 : 0);
});

test.each([500, 503] as const)('status %i, carried out or not', async (status) => {
  bench.server.faults.add({ nth: 1, fault: { kind: 'server error', status, accepted: false } });
  bench.server.faults.add({ nth: 2, fault: { kind: 'server error', status, accepted: true } });
  expect((await refusal(send())).status).toBe(status);
  expect(accepted()).toBe(0);
  expect((await refusal(send())).status).toBe(status);
  expect(accepted()).toBe(5);
});

test('a garbage body is no answer the caller can read', async () => {
  bench.server.faults.add({ fault: { kind: 'garbage', accepted: true } });
  expect((await refusal(send())).name).not.toBe('nothing');
  expect(accepted()).toBe(5);
});

test('a slow answer arrives, later', async () => {
  bench.server.faults.add({ fault: { kind: 'slow', milliseconds: 120 } });
  const start = performance.now();
  await send();
  expect(performance.now() - start).toBeGreaterThan(110);
});

test('a scripted refusal of the whole call, in any words', async () => {
  bench.server.faults.add({ fault: { kind: 'error', code: 'Throttling', message: 'Rate exceeded' } });
  expect(await refusal(send())).toEqual({ name: 'Throttling', message: 'Rate exceeded', status: 400 });
  expect(bench.server.refusals['Throttling']).toBe(1);
});

test('single destinations are refused by place, the others go', async () => {
  bench.server.faults.add({ fault: { kind: 'refuse', destinations: [0, 3], status: 'TransientFailure' } });
  const answer = await bench.client.send(bulk(crowd(5)));
  expect(answer.Status?.map((one) => one.Status)).toEqual([
    'TransientFailure',
    'Success',
    'Success',
    'TransientFailure',
    'Success',
  ]);
  expect(answer.Status?.[0]?.Error).toContain('TransientFailure');
  expect(bench.server.messages().map((message) => message.to[0])).toEqual(
    [1, 2, 4].map((n) => `customer${n}@example.com`),
  );
});

test('a call of which every destination is refused by the script answers each', async () => {
  bench.server.faults.add({ fault: { kind: 'refuse', destinations: [0, 1], status: 'AccountSuspended' } });
  const answer = await bench.client.send(bulk(crowd(2)));
  expect(answer.Status?.map((one) => one.Status)).toEqual(['AccountSuspended', 'AccountSuspended']);
});

test('faults strike sending calls only, unless they name others; and can be taken out again', async () => {
  const remove = bench.server.faults.add({ fault: { kind: 'reset' } });
  await bench.client.send(new GetSendQuotaCommand({}));
  remove();
  await send();
  bench.server.faults.add({
    on: 'GetSendQuota',
    fault: { kind: 'server error', status: 500, accepted: false },
  });
  await send();
  expect((await refusal(bench.client.send(new GetSendQuotaCommand({})))).status).toBe(500);
  bench.server.faults.clear();
  await bench.client.send(new GetSendQuotaCommand({}));
});

test('a rule may look into the call', async () => {
  bench.server.faults.add({
    when: ({ query }) => query.structures('Destinations').length > 3,
    fault: { kind: 'reset' },
  });
  await send(3);
  expect((await refusal(send(4))).name).not.toBe('nothing');
});

test('nth, times and probability decide when; the same seed decides the same', () => {
  const pattern = (rule: { nth?: number[]; times?: number; probability?: number }, seed = 1): string => {
    const script = new Script(() => true, seededRandom(seed));
    script.add(rule);
    return Array.from({ length: 24 }, () => (script.strike({}).length > 0 ? 'x' : '.')).join('');
  };
  expect(pattern({ nth: [2, 4] })).toBe('.x.x'.padEnd(24, '.'));
  expect(pattern({ times: 3 })).toBe('xxx'.padEnd(24, '.'));
  expect(pattern({ probability: 0 })).not.toContain('x');
  expect(pattern({ probability: 1 })).not.toContain('.');
  const half = pattern({ probability: 0.5 }, 42);
  expect(half).toMatch(/x/);
  expect(half).toMatch(/\./);
  expect(pattern({ probability: 0.5 }, 42)).toBe(half);
  expect(pattern({ probability: 0.5 }, 43)).not.toBe(half);
});

test('stopping frees the callers that hang and the port', async () => {
  const other = await open();
  await createNotice(other.client);
  const patient = clientOf(other.server);
  other.server.faults.add({ fault: { kind: 'hang', accepted: false } });
  const waiting = refusal(patient.send(bulk(crowd(1))));
  await new Promise((done) => setTimeout(done, 50));
  await other.close();
  expect((await waiting).name).not.toBe('nothing');
  patient.destroy();
  const again = await open({ port: Number(new URL(other.server.url).port) });
  await again.close();
});
