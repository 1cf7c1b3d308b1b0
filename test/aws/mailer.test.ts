import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendingClient } from '../../lambda/aws/mailer-client.ts';
import { throttleMeaning } from '../../lambda/aws/mailer-faults.ts';
import { mailerOn } from '../../lambda/aws/mailer.ts';
import { parseAddress } from '../../lambda/core/customer/address.ts';
import { recipientId } from '../../lambda/core/customer/recipient.ts';
import { recipientVariables } from '../../lambda/core/notice/recipient.ts';
import type { Call, Mail } from '../../lambda/core/outcome/mailer.ts';
import { listen } from '../../local/http-server.ts';
import { bulkResult, sesError, sesResult, sesWire } from '../fakes/ses-wire.ts';
import type { WireAnswer } from '../fakes/ses-wire.ts';

const envelope = {
  sender: {
    address: 'privacy@notices.tern.example',
    displayName: 'Tern "Quick" Mail',
    replyTo: 'help@tern.example',
  },
  configurationSet: 'notices',
};

function mail(n: number, name = `Customer ${n}`): Mail {
  const id = recipientId(new Uint8Array(32), `c-${n}`);
  return {
    id,
    address: parseAddress(`customer${n}@mail.example`),
    variables: recipientVariables(name, 'en'),
  };
}

function call(mails: readonly Mail[]): Call {
  return { template: 'notice-terms-2-en-1234', tags: { notice: 'terms-2', batch: 'S0-00000001' }, mails };
}

function mailer(answer: () => WireAnswer) {
  const wire = sesWire(answer);
  return { ...mailerOn(sendingClient(wire), envelope), requests: wire.requests };
}

const two = call([mail(1), mail(2)]);

describe('a bulk call', () => {
  test('goes out as SES documents it, tagged so that events find their recipient', async () => {
    const { bulk, requests } = mailer(() => bulkResult(['Success', 'Success']));
    expect(await bulk(two)).toEqual({
      kind: 'answered',
      outcomes: [{ messageId: 'm-0' }, { messageId: 'm-1' }],
    });
    expect(requests).toHaveLength(1);
    expect(Object.fromEntries(requests[0]!.form)).toMatchObject({
      Action: 'SendBulkTemplatedEmail',
      Source: '"Tern \\"Quick\\" Mail" <privacy@notices.tern.example>',
      'ReplyToAddresses.member.1': 'help@tern.example',
      ConfigurationSetName: 'notices',
      Template: 'notice-terms-2-en-1234',
      DefaultTemplateData: '{}',
      'DefaultTags.member.1.Name': 'notice',
      'DefaultTags.member.1.Value': 'terms-2',
      'DefaultTags.member.2.Value': 'S0-00000001',
      'Destinations.member.2.Destination.ToAddresses.member.1': 'customer2@mail.example',
      'Destinations.member.2.ReplacementTags.member.1.Name': 'rid',
      'Destinations.member.2.ReplacementTags.member.1.Value': mail(2).id,
      'Destinations.member.2.ReplacementTemplateData': '{"name":"Customer 2","nameHtml":"Customer 2"}',
    });
  });

  test('has one destination a mail, never a second recipient', async () => {
    const { bulk, requests } = mailer(() => bulkResult(['Success', 'Success']));
    await bulk(two);
    expect(
      [...requests[0]!.form.keys()].filter((name) => /^Destinations.*(To|Cc|Bcc)Addresses/.test(name)),
    ).toHaveLength(2);
  });

  test('is answered position by position', async () => {
    const { bulk } = mailer(() => bulkResult(['AccountThrottled', 'Success']));
    expect(await bulk(two)).toEqual({
      kind: 'answered',
      outcomes: [{ code: 'AccountThrottled' }, { messageId: 'm-1' }],
    });
  });

  test.each([[['Success']], [['Success', 'Success', 'Success']], [[]]])(
    'with %j for two mails is unknown',
    async (statuses) => {
      expect((await mailer(() => bulkResult(statuses)).bulk(two)).kind).toBe('unknown');
    },
  );
});

test('a single mail goes out as SendTemplatedEmail with the same tags', async () => {
  const { single, requests } = mailer(() => sesResult('SendTemplatedEmail', '<MessageId>m-7</MessageId>'));
  expect(await single({ ...two, mails: [mail(1)] })).toEqual({
    kind: 'answered',
    outcomes: [{ messageId: 'm-7' }],
  });
  expect(Object.fromEntries(requests[0]!.form)).toMatchObject({
    Action: 'SendTemplatedEmail',
    'Destination.ToAddresses.member.1': 'customer1@mail.example',
    TemplateData: '{"name":"Customer 1","nameHtml":"Customer 1"}',
    'Tags.member.3.Name': 'rid',
  });
});

test('a display name outside ASCII is encoded, in words of at most 75 characters', async () => {
  const wire = sesWire(() => bulkResult(['Success', 'Success']));
  const sender = {
    ...envelope.sender,
    displayName: 'Ärzte für Überlandfahrten und Großeinkäufe Öffentlichkeit',
  };
  await mailerOn(sendingClient(wire), { ...envelope, sender }).bulk(two);
  const source = wire.requests[0]!.form.get('Source') ?? '';
  const words = source.replace(' <privacy@notices.tern.example>', '').split(' ');
  expect(words.every((word) => /^=\?UTF-8\?B\?[A-Za-z0-9+/=]+\?=$/.test(word) && word.length <= 75)).toBe(
    true,
  );
  const decoded = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).join('');
  expect(decoded).toBe(sender.displayName);
});

/** Signal -> class, as the protocol's table says. */
describe('a definite no (scenario 9)', () => {
  test.each([
    ['MessageRejected', 'Email address is not verified.', 'MessageRejected'],
    ['InvalidParameterValue', 'Domain contains illegal character', 'InvalidParameterValue'],
    ['AccountSendingPausedException', 'paused', 'AccountSendingPaused'],
    ['ConfigurationSetSendingPausedException', 'paused', 'ConfigurationSetSendingPaused'],
    ['ConfigurationSetDoesNotExist', 'none', 'ConfigurationSetDoesNotExist'],
    ['MailFromDomainNotVerifiedException', 'no', 'MailFromDomainNotVerified'],
    ['TemplateDoesNotExist', 'none', 'TemplateDoesNotExist'],
    ['AccessDenied', 'not authorized', 'AccessDenied'],
    ['Throttling', 'Maximum sending rate exceeded.', 'MaximumSendingRateExceeded'],
    ['Throttling', 'Daily message quota exceeded.', 'AccountDailyQuotaExceeded'],
    ['Throttling', 'Rate exceeded', 'ApiRateExceeded'],
  ])('is HTTP 400 with the code %s (%s)', async (code, message, expected) => {
    const { bulk, requests } = mailer(() => sesError(code, message));
    expect(await bulk(two)).toMatchObject({ kind: 'refused', code: expected, message });
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['no such host', Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
    ['name server busy', Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' })],
    ['connection refused', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    [
      'every address refused',
      new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]),
    ],
    ['connect timed out', Object.assign(new Error('no connection'), { name: 'TimeoutError' })],
    [
      'connect timed out in the system',
      Object.assign(new Error('connect'), { name: 'TimeoutError', code: 'ETIMEDOUT', syscall: 'connect' }),
    ],
  ])('is a connection that never came about: %s', async (_, error) => {
    const { bulk, requests } = mailer(() => error);
    expect(await bulk(two)).toMatchObject({ kind: 'refused', code: 'Unreachable' });
    expect(requests).toHaveLength(1);
  });
});

describe('nobody knows', () => {
  test.each([
    [
      'connection reset',
      Object.assign(new Error('read'), { name: 'TimeoutError', code: 'ECONNRESET', syscall: 'read' }),
    ],
    ['broken pipe', Object.assign(new Error('write'), { code: 'EPIPE', syscall: 'write' })],
    ['hang-up', new Error('socket hang up')],
    ['request timed out', Object.assign(new Error('timeout'), { name: 'TimeoutError', code: 'ETIMEDOUT' })],
    ['some address reset', new AggregateError([Object.assign(new Error('read'), { code: 'ECONNRESET' })])],
    ['HTTP 500', sesError('InternalFailure', 'oops', 500)],
    ['HTTP 503', sesError('ServiceUnavailable', 'later', 503)],
    ['HTTP 503 Throttling', sesError('Throttling', 'Maximum sending rate exceeded.', 503)],
    ['garbage in a 200', { status: 200, body: 'garbage <' }],
    ['an empty 200', { status: 200, body: '' }],
    ['garbage in a 400', { status: 400, body: '<html>Bad gateway</html>' }],
    ['an empty 400', { status: 400, body: '' }],
  ])('after %s, and the call is not repeated', async (_, answer) => {
    const { bulk, requests } = mailer(() => answer);
    expect((await bulk(two)).kind).toBe('unknown');
    expect(requests).toHaveLength(1);
  });
});

test.each([
  ['Maximum sending rate exceeded.', 'MaximumSendingRateExceeded'],
  ['Maximum sending rate exceeded - 14 per second', 'MaximumSendingRateExceeded'],
  ['Daily message quota exceeded.', 'AccountDailyQuotaExceeded'],
  ['Daily sending quota exceeded', 'AccountDailyQuotaExceeded'],
  ['Rate exceeded', 'ApiRateExceeded'],
  ['', 'ApiRateExceeded'],
])('the throttle text "%s" means %s', (text, meaning) => {
  expect(throttleMeaning(text)).toBe(meaning);
});

describe('over real HTTP', () => {
  const serve = (react: (request: IncomingMessage, response: ServerResponse) => void) => {
    let seen = 0;
    const server = createServer((request, response) => {
      seen += 1;
      request.resume().on('end', () => react(request, response));
    });
    return { server, seen: () => seen };
  };

  test.each([
    [
      'scenario 5: the response is lost after the request was read',
      (request: IncomingMessage) => request.socket.destroy(),
    ],
    ['scenario 7: the server hangs', () => undefined],
    ['scenario 8: HTTP 500', (_: IncomingMessage, response: ServerResponse) => response.writeHead(500).end()],
  ])('%s: unknown, and one request only', async (_, react) => {
    const { server, seen } = serve(react);
    const running = await listen(server);
    const client = sendingClient({
      endpoint: running.url,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      requestHandler: {
        connectionTimeout: 3000,
        requestTimeout: 300,
        socketTimeout: 60_000,
        throwOnRequestTimeout: true,
      },
    });
    expect((await mailerOn(client, envelope).bulk(two)).kind).toBe('unknown');
    expect(seen()).toBe(1);
    client.destroy();
    await running.stop();
  });
});
