import { strict as assert } from 'node:assert';
import type { Checkout, Outputs } from './checkout.ts';
import { makeCheckout } from './checkout.ts';
import { firstCustomers } from './customers.ts';
import type { Deployed } from './deployed.ts';
import { deployed } from './deployed.ts';
import type { Engine } from './engine/engine.ts';
import { pageShows } from './expect.ts';
import type { Inbox } from './inbox.ts';
import { step } from './progress.ts';
import type { Scene } from './scene.ts';
import { policy } from './scene.ts';
import { afterUpdate, again, baseline, locked, minor, refused, significant } from './versions.ts';

const sender = 'Northbeam Hosting';
const renamed = 'Northbeam Policies';

/** One story of an operator: deploy, publish three versions, change a setting, deploy again, publish a fourth. */
export async function journey(engine: Engine, { mails }: Inbox, folder: string): Promise<void> {
  const checkout = makeCheckout(folder, engine.environment);
  // The engine emits no events of SES: with feedback on, the report would wait a quarter of an hour for them, and
  // nobody would hear the test mail.
  checkout.edit('policies: {', "sending: { feedback: 'off' },\n  policies: {");
  checkout.edit('stages: { dev: {}', "stages: { dev: { skipChecks: ['canary'] }");
  const outputs = await deployFirst(checkout);
  const stack = deployed(engine, outputs);
  const scene: Scene = { checkout, stack, mails, affected: await importCustomers(checkout, stack) };
  await baseline(scene);
  await minor(scene);
  await significant(scene, sender);
  await locked(scene);
  await again(scene);
  await refused(scene);
  await update(scene, outputs);
  await afterUpdate(scene, renamed);
}

async function deployFirst(checkout: Checkout): Promise<Outputs> {
  await step('cdk bootstrap', () => checkout.bootstrap());
  return step('cdk deploy: the stack of bin/app.ts', async (note) => {
    const outputs = await checkout.deploy();
    for (const name of ['DocumentsBucket', 'CustomersTable', 'StateMachine', 'Site'])
      assert.ok(outputs[name], `The outputs name ${name}.`);
    note(`${Object.keys(outputs).length} outputs`);
    return outputs;
  });
}

function importCustomers(checkout: Checkout, stack: Deployed): Promise<readonly string[]> {
  return step('policy-notice customers import', async (note) => {
    const { file, affected } = firstCustomers(checkout.folder, 60);
    assert.match(await checkout.policyNotice('customers', 'import', file), /^60 customers imported/);
    assert.equal(await stack.running(), 0, 'Nothing runs before a text is dropped.');
    note(`60 customers, ${affected.length} affected`);
    return affected;
  });
}

function update(scene: Scene, before: Outputs): Promise<void> {
  const { checkout, stack } = scene;
  return step('cdk deploy: a changed setting updates the stack in place', async (note) => {
    checkout.edit(`displayName: '${sender}'`, `displayName: '${renamed}'`);
    assert.deepEqual(await checkout.deploy(), before, 'Buckets, tables and the state machine stay.');
    assert.equal(await stack.running(), 1, 'The run that waits for its date goes on.');
    await pageShows(scene, `/${policy}/upcoming/`, ['Brightmeter Analytics']);
    note('same outputs, the waiting run goes on');
  });
}
