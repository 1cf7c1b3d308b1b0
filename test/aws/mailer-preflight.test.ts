import { VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { accountOn } from '../../lambda/aws/mailer-account.ts';
import { canaryOn } from '../../lambda/aws/mailer-canary.ts';
import { sendingClient } from '../../lambda/aws/mailer-client.ts';
import { parsePolicyId } from '../../lambda/core/ids.ts';
import { identitiesFor } from '../../lambda/core/preflight/faults.ts';
import { readEvent } from '../../lambda/feedback/events.ts';
import type { SesEvent } from '../../local/ses/events/event.ts';
import { sesError, sesWire } from '../fakes/ses-wire.ts';
import { open } from '../local/ses/harness.ts';

const address = 'notices@nimbus.example';
const notice = { policyId: parsePolicyId('terms'), version: 2 };

describe('what SES says of an account', () => {
  test('is whether the address or its domain is verified and signs, of those that it knows', async () => {
    const { client } = await open({ identities: ['nimbus.example'] });
    const account = accountOn(client, 'notices');
    expect(await account.identities(identitiesFor(address))).toEqual([
      { name: 'nimbus.example', isVerified: true, dkim: true },
    ]);
    expect(await account.identities(identitiesFor('ada@elsewhere.example'))).toEqual([]);
    await client.send(new VerifyDomainIdentityCommand({ Domain: 'elsewhere.example' }));
    expect(await account.identities(identitiesFor('ada@elsewhere.example'))).toEqual([
      { name: 'elsewhere.example', isVerified: false, dkim: false },
    ]);
  });

  test('is whether the account and the configuration set may send, and null when there is no such set', async () => {
    const { client, server } = await open();
    const account = accountOn(client, 'notices');
    expect([await account.configurationSet(), await account.isEnabled()]).toEqual([true, true]);
    server.setConfigurationSet('notices', false);
    server.settings.sendingEnabled = false;
    expect([await account.configurationSet(), await account.isEnabled()]).toEqual([false, false]);
    expect(await accountOn(client, 'gone').configurationSet()).toBeNull();
  });

  test('is passed on as it is when SES refuses to say it', async () => {
    const client = sendingClient(sesWire(() => sesError('AccessDenied', 'not you', 403)));
    await expect(accountOn(client, 'notices').configurationSet()).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });
});

describe('a test mail', () => {
  test('goes to the simulator, in the sandbox too, through the configuration set, and its event says whose it is', async () => {
    const events: SesEvent[] = [];
    const { client, server } = await open({
      settings: { sandbox: true },
      onEvent: (event) => void events.push(event),
    });
    const canary = canaryOn(client, { address, configurationSet: 'notices' });
    expect(await canary.send(notice, 3)).toMatchObject({ kind: 'answered' });
    await server.events.deliverAll();
    const [message] = server.messages();
    expect(message).toMatchObject({
      to: ['success@simulator.amazonses.com'],
      from: address,
      configurationSet: 'notices',
      tags: { notice: 'terms-2', canary: '3', heard: '1' },
    });
    expect(server.quota.used()).toBe(0);
    const heard = events.map((event) => readEvent(JSON.stringify(event)));
    expect(heard).toEqual([{ canary: { notice, attempt: 3 } }, 'foreign']);
  });

  test('is requested once, whatever becomes of the request', async () => {
    const from = { address, configurationSet: 'notices' };
    const lost = sesWire(() => new Error('socket hang up'));
    expect(await canaryOn(sendingClient(lost), from).send(notice, 1)).toMatchObject({ kind: 'unknown' });
    expect(lost.requests).toHaveLength(1);
    const refused = sesWire(() => sesError('Throttling', 'Daily message quota exceeded.'));
    expect(await canaryOn(sendingClient(refused), from).send(notice, 1)).toMatchObject({
      kind: 'refused',
      code: 'AccountDailyQuotaExceeded',
    });
    expect(refused.requests).toHaveLength(1);
  });
});
