import {
  CreateConfigurationSetCommand,
  DeleteConfigurationSetCommand,
  DeleteIdentityCommand,
  DescribeConfigurationSetCommand,
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendStatisticsCommand,
  ListIdentitiesCommand,
  ListReceiptFiltersCommand,
  SendEmailCommand,
  SendRawEmailCommand,
  UpdateAccountSendingEnabledCommand,
  UpdateConfigurationSetSendingEnabledCommand,
  VerifyDomainIdentityCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import * as fc from 'fast-check';

import { parseAddress, simulation } from '../../../local/ses/account/addresses.ts';
import { bulk, createNotice, crowd, open, refusal, sender, to, type Bench } from './harness.ts';
import { anyText } from '../../any-text.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await open();
  await createNotice(bench.client);
});

const malformed: [string, string][] = [
  ['ada', "Missing final '@domain'"],
  ['', 'Illegal address'],
  ['@example.com', 'Missing local name'],
  ['ada@', 'Missing domain'],
  ['ada lovelace@example.com', 'Local address contains control or whitespace'],
  ['ada@exa mple.com', 'Domain contains control or whitespace'],
  ['ada@exämple.com', 'Domain contains illegal character'],
  ['adä@example.com', 'Local address contains illegal character'],
  ['a,b@example.com', 'Local address contains illegal character'],
  ['a@example.com, b@example.com', 'Local address contains control or whitespace'],
  ['a@example.com;b@example.com', 'Local address contains illegal character'],
  ['.ada@example.com', 'Local address starts with dot'],
  ['ada.@example.com', 'Local address ends with dot'],
  ['a..b@example.com', 'Local address contains dot-dot'],
  ['ada@example..com', 'Domain contains dot-dot'],
  ['ada@.example.com', 'Domain starts with dot'],
  ['ada@example.com.', 'Domain ends with dot'],
  ['<ada@example.com', 'Extra route-addr'],
  ['Ada <Ada <ada@example.com>>', 'Extra route-addr'],
  ['ada@example.com\r\nBcc: x@example.com', 'Local address contains control or whitespace'],
  ['Zoë <zoe@example.com>', 'Non-ASCII display name; use an encoded word.'],
];

test.each(malformed)('the address %j is refused: %s', (address, message) => {
  expect(() => parseAddress(address)).toThrow(message);
});

test.each([
  'ada@example.com',
  'Ada L. <ada@example.com>',
  '"L, A" <a.b+c@xn--exmple-cua.com>',
  '"a b"@example.com',
])('the address %j is fine', (address) => {
  expect(parseAddress(address).domain).toMatch(/^(xn--exmple-cua|example)\.com$/);
});

test('whatever is let through holds no space, no control character and one mailbox', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 30 }), fc.string({ maxLength: 20 }), (local, domain) => {
      let mailbox = 'a@b';
      try {
        ({ mailbox } = parseAddress(`${local}@${domain}`));
      } catch {
        return;
      }
      expect(mailbox).toMatch(/^(?:"[\x20-\x7e]+"|[\x21-\x7e]+)@[A-Za-z0-9.-]+$/);
      expect(mailbox).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 40 },
  );
});

test('one malformed address fails the whole call and nobody is mailed', async () => {
  const answer = await refusal(
    bench.client.send(bulk([to('a@example.com'), to('broken'), to('b@example.com')])),
  );
  expect(answer).toEqual({ name: 'InvalidParameterValue', message: "Missing final '@domain'", status: 400 });
  expect(bench.server.accepted().messages).toBe(0);
});

test('From and Return-Path must be verified; subdomains of a verified domain are', async () => {
  const stranger = await refusal(bench.client.send(bulk(crowd(1), { Source: 'x@stranger.example' })));
  expect(stranger).toMatchObject({
    name: 'MessageRejected',
    message:
      'Email address is not verified. The following identities failed the check in region US-EAST-1: x@stranger.example',
  });
  expect((await refusal(bench.client.send(bulk(crowd(1), { ReturnPath: 'b@stranger.example' })))).name).toBe(
    'MessageRejected',
  );
  await bench.client.send(bulk(crowd(1), { Source: 'x@mail.nimbus.example' }));
  bench.server.verify('x@stranger.example');
  await bench.client.send(bulk(crowd(1), { Source: 'X <x@stranger.example>' }));
});

test('a verification waits for its owner, unless set otherwise', async () => {
  const { client, server } = bench;
  await client.send(new VerifyEmailIdentityCommand({ EmailAddress: 'new@other.example' }));
  expect(
    (await client.send(new VerifyDomainIdentityCommand({ Domain: 'other.example' }))).VerificationToken,
  ).toBeTruthy();
  const ask = new GetIdentityVerificationAttributesCommand({
    Identities: ['new@other.example', 'nimbus.example', 'none'],
  });
  const before = (await client.send(ask)).VerificationAttributes;
  expect(before?.['new@other.example']?.VerificationStatus).toBe('Pending');
  expect(before?.['nimbus.example']?.VerificationStatus).toBe('Success');
  expect(Object.keys(before ?? {})).toHaveLength(2);
  server.verify('new@other.example');
  expect((await client.send(ask)).VerificationAttributes?.['new@other.example']?.VerificationStatus).toBe(
    'Success',
  );
  expect((await client.send(new ListIdentitiesCommand({ IdentityType: 'Domain' }))).Identities).toEqual([
    'nimbus.example',
    'other.example',
  ]);
  await client.send(new DeleteIdentityCommand({ Identity: 'nimbus.example' }));
  expect((await refusal(client.send(bulk(crowd(1))))).name).toBe('MessageRejected');
});

test('in the sandbox strangers are refused, the simulator and verified recipients are not', async () => {
  bench.server.settings.sandbox = true;
  bench.server.verify('friend@example.com');
  const answer = await bench.client.send(
    bulk([to('friend@example.com'), to('stranger@example.com'), to('success@simulator.amazonses.com')]),
  );
  expect(answer.Status?.map((one) => one.Status)).toEqual(['Success', 'MessageRejected', 'Success']);
  const single = new SendEmailCommand({
    Source: sender,
    Destination: { ToAddresses: ['stranger@example.com'] },
    Message: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } },
  });
  expect((await refusal(bench.client.send(single))).name).toBe('MessageRejected');
});

test('a paused account and a paused, deleted or unknown configuration set send nothing', async () => {
  const { client } = bench;
  await client.send(new UpdateAccountSendingEnabledCommand({ Enabled: false }));
  expect((await client.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(false);
  expect((await refusal(client.send(bulk(crowd(1))))).name).toBe('AccountSendingPausedException');
  await client.send(new UpdateAccountSendingEnabledCommand({ Enabled: true }));

  const set = { ConfigurationSetName: 'notices' };
  await client.send(new UpdateConfigurationSetSendingEnabledCommand({ ...set, Enabled: false }));
  expect((await refusal(client.send(bulk(crowd(1))))).name).toBe('ConfigurationSetSendingPausedException');
  const described = await client.send(
    new DescribeConfigurationSetCommand({ ...set, ConfigurationSetAttributeNames: ['reputationOptions'] }),
  );
  expect(described.ConfigurationSet?.Name).toBe('notices');
  expect(described.ReputationOptions?.SendingEnabled).toBe(false);
  await client.send(new DeleteConfigurationSetCommand(set));
  expect((await refusal(client.send(bulk(crowd(1))))).name).toBe('ConfigurationSetDoesNotExistException');
  await client.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: 'notices' } }));
  await client.send(bulk(crowd(1)));
  expect(
    (await refusal(client.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: 'notices' } }))))
      .name,
  ).toBe('ConfigurationSetAlreadyExistsException');
  expect(bench.server.accepted().messages).toBe(1);
});

test.each(['r id', 'räd', 'a@b', '', 'x'.repeat(257)])('the tag value %j is refused', async (value) => {
  const one = { ...to('a@example.com'), ReplacementTags: [{ Name: 'rid', Value: value }] };
  expect((await refusal(bench.client.send(bulk([one])))).name).toBe('InvalidParameterValue');
  expect(
    (await refusal(bench.client.send(bulk(crowd(1), { DefaultTags: [{ Name: value, Value: 'x' }] })))).name,
  ).toBe('InvalidParameterValue');
});

test('a call without its parameters, an action that is not there and a call without a signature are refused', async () => {
  const { client, server } = bench;
  expect((await refusal(client.send(bulk(crowd(1), { Template: undefined })))).message).toContain(
    "Value null at 'template'",
  );
  expect(await refusal(client.send(new ListReceiptFiltersCommand({})))).toMatchObject({
    name: 'InvalidAction',
    message: 'Could not find operation ListReceiptFilters for version 2010-12-01',
  });
  const unsigned = await fetch(server.url, {
    method: 'POST',
    body: 'Action=GetSendQuota&Version=2010-12-01',
  });
  expect([unsigned.status, (await unsigned.text()).includes('MissingAuthenticationToken')]).toEqual([
    403,
    true,
  ]);
  expect(
    (await refusal(client.send(new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array() } })))).name,
  ).toBe('InvalidParameterValue');
});

test('a page elsewhere that rebinds its name to this machine is turned away', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    const call = request(bench.server.url, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.end();
  });
  expect(status).toBe(421);
});

test('statistics count attempts, bounces and complaints by the quarter of an hour', async () => {
  bench.server.setMailboxes((address) => (address.startsWith('customer1@') ? 'bounces' : undefined));
  await bench.client.send(bulk(crowd(3)));
  bench.clock.now += 15 * 60_000;
  await bench.client.send(bulk(crowd(1, 5)));
  const points = (await bench.client.send(new GetSendStatisticsCommand({}))).SendDataPoints;
  expect(points?.map((point) => [point.DeliveryAttempts, point.Bounces])).toEqual([
    [3, 1],
    [1, 0],
  ]);
  expect(points?.[0]?.Timestamp).toEqual(new Date('2026-12-01T09:00:00Z'));
});

test('only the five addresses of the simulator play a scene', () => {
  expect(simulation('Bounce+label@Simulator.AmazonSES.com')).toBe('bounce');
  expect(simulation('bounced@simulator.amazonses.com')).toBeUndefined();
  expect(simulation('bounce@simulator.amazonses.com.example')).toBeUndefined();
});
