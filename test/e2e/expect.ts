import { strict as assert } from 'node:assert';
import * as z from 'zod';
import type { Run } from './deployed.ts';
import type { Mail } from './inbox.ts';
import { until } from './progress.ts';
import type { Scene } from './scene.ts';

const assessed = z.object({
  assessment: z.object({ baseline: z.boolean(), significance: z.string() }),
});
const report = z.object({
  audience: z.int(),
  accepted: z.int(),
  excepted: z.int(),
  expected: z.int(),
  exceptions: z.array(z.unknown()),
  preflight: z.object({ skipped: z.array(z.string()) }),
});

/** The sender's address in the settings. */
const from = 'privacy@notices.northbeam.example.com';

/** What `assess` said of the version that a run is about. */
export function assessmentOf({ output }: Run): z.infer<typeof assessed>['assessment'] {
  return assessed.parse(output).assessment;
}

/**
 * The mails that came after the first `skip`: exactly one to each affected customer, all under the sender's name, with no
 * variable left unfilled. Waits until they are all there, and a second more for one too many.
 */
export async function mailsOfNotice(scene: Scene, skip: number, sender: string): Promise<Mail[]> {
  const { affected } = scene;
  const latest = async (): Promise<Mail[]> => (await scene.mails()).slice(skip);
  const found = async (): Promise<true | null> => ((await latest()).length >= affected.length ? true : null);
  await until(`${affected.length} mails arrive`, 30_000, found);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const mails = await latest();
  assert.deepEqual(mails.map(({ to }) => to).sort(), [...affected].sort(), 'Each customer is mailed once.');
  for (const mail of mails) {
    assert.equal(mail.from, from);
    assert.equal(mail.sender, sender);
    assert.doesNotMatch(`${mail.subject}${mail.text}${mail.html}`, /\{\{/, 'A variable is left unfilled.');
    assert.notEqual(mail.text.trim(), '');
    assert.notEqual(mail.html.trim(), '');
  }
  return mails;
}

/** No mail came beyond the `before` that were there. */
export async function nobodyMailed({ mails }: Scene, before: number): Promise<void> {
  assert.equal((await mails()).length, before, 'Nobody is mailed.');
}

/** The stored report of a version adds up, to the customers we know to be affected. Returns the sum in words. */
export async function reportAddsUp({ stack, affected }: Scene, key: string): Promise<string> {
  const { audience, accepted, excepted, expected, exceptions, preflight } = report.parse(
    JSON.parse(await stack.document(key)),
  );
  assert.equal(accepted + excepted, audience);
  assert.deepEqual([accepted, excepted, expected], [affected.length, 0, affected.length]);
  assert.deepEqual(exceptions, []);
  assert.deepEqual(preflight.skipped, ['canary'], 'The report says which checks the stage skips.');
  return `${accepted} accepted + ${excepted} excepted = ${audience}; skipped before: ${preflight.skipped.join(', ')}`;
}

/** A page of the site is there, shows the words, and has the headers of the distribution. */
export async function pageShows({ stack }: Scene, path: string, words: readonly string[]): Promise<void> {
  const { status, headers, body } = await stack.page(path);
  assert.equal(status, 200, `${path} is there: ${body.slice(0, 300)}`);
  assert.match(String(headers['content-type']), /^text\/html/);
  assert.match(String(headers['content-security-policy']), /default-src 'none'/);
  assert.match(String(headers['strict-transport-security']), /max-age/);
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  for (const word of words) assert.ok(text.includes(word), `${path} shows "${word}"`);
}
