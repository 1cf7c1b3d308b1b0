import { strict as assert } from 'node:assert';
import { assessmentOf, mailsOfNotice, nobodyMailed, pageShows, reportAddsUp } from './expect.ts';
import { step } from './progress.ts';
import type { Scene } from './scene.ts';
import { example, policy, publish, publishThirdWith, record } from './scene.ts';

/** The first version of a policy is posted with the date it has. */
export function baseline(scene: Scene): Promise<void> {
  return step('Version 1 is the baseline: posted, nobody mailed', async (note) => {
    const run = await publish(scene, example(1));
    assert.deepEqual(assessmentOf(run), { baseline: true, significance: 'none' });
    assert.equal(run.states.at(-1), 'Current');
    await pageShows(scene, `/${policy}/`, ['Effective Date: January 3rd, 2017']);
    await nobodyMailed(scene, 0);
    note(`${run.states.length} states, 0 mails, page through CloudFront`);
  });
}

/** A minor change is simply posted, and its date stands for it. */
export function minor(scene: Scene): Promise<void> {
  return step('Version 2 is minor: posted with a new date, nobody mailed', async (note) => {
    const run = await publish(scene, example(2));
    assert.deepEqual(assessmentOf(run), { baseline: false, significance: 'minor' });
    assert.equal(run.states.at(-1), 'Current');
    await pageShows(scene, `/${policy}/compare/1...2/`, []);
    const { body } = await scene.stack.page(`/${policy}/`);
    const [stamp] = /Effective Date: \w+ \d+\w\w, 20\d\d/.exec(body) ?? [];
    assert.ok(stamp !== undefined && !stamp.includes('2017'), `The page has a new date, not "${stamp}".`);
    await nobodyMailed(scene, 0);
    note(`${run.states.length} states, 0 mails, "${stamp}"`);
  });
}

/** A significant change is announced, and waits for its date. */
export function significant(scene: Scene, sender: string): Promise<void> {
  return step('Version 3 is significant: each affected customer mailed once', async (note) => {
    const run = await publish(scene, example(3));
    assert.deepEqual(assessmentOf(run), { baseline: false, significance: 'significant' });
    assert.ok(run.waits && run.states.includes('Send slices'), `It went ${run.states.join(', ')}`);
    const mails = await mailsOfNotice(scene, 0, sender);
    await pageShows(scene, `/${policy}/upcoming/`, ['Brightmeter Analytics']);
    const current = await scene.stack.page(`/${policy}/`);
    assert.doesNotMatch(current.body, /<td>Brightmeter/, 'The text in force stays until its date.');
    const languages = new Set(mails.map(({ subject }) => subject)).size;
    note(`${run.states.length} states, ${mails.length} mails in ${languages} languages`);
    note(await reportAddsUp(scene, record(3, 'report.json')));
  });
}

/** The legal record, against the one who owns the account. */
export function locked({ stack }: Scene): Promise<void> {
  return step('What was published and reported cannot be deleted', async (note) => {
    for (const name of ['source.md', 'posted.md', 'assessment.json', 'report.json'])
      assert.equal(await stack.deletion(record(3, name)), 'AccessDenied', `${name} is locked.`);
    note('4 records refused');
  });
}

/** The text that is there already. */
export function again(scene: Scene): Promise<void> {
  return step('The same text again is known: nothing posted, nobody mailed', async (note) => {
    const { states, output } = await publish(scene, example(3));
    assert.equal(states.at(-1), 'Already known');
    await nobodyMailed(scene, scene.affected.length);
    note(String(output['why']));
  });
}

/** Errors travel by name: from the step that throws, through Retry and Catch, to the end a person reads. */
export function refused(scene: Scene): Promise<void> {
  return step('A text with a date in the past is refused: nothing posted', async (note) => {
    const { states, failure } = await publishThirdWith(scene, 'January 3rd, 2017', 'May 5th, 2020');
    assert.equal(failure, 'BadDate');
    assert.equal(states.at(-1), 'Text refused');
    assert.doesNotMatch((await scene.stack.page(`/${policy}/upcoming/`)).body, /May 5th, 2020/);
    await nobodyMailed(scene, scene.affected.length);
    note(`the run ended in "Text refused" with ${failure}`);
  });
}

/** On the customers that nobody imported again, and on the same archive. */
export function afterUpdate(scene: Scene, sender: string): Promise<void> {
  return step('Version 4, after the update: each mailed once, by the new name', async (note) => {
    const run = await publishThirdWith(scene, 'deleted after 90 days', 'deleted after 400 days');
    assert.deepEqual(assessmentOf(run), { baseline: false, significance: 'significant' });
    assert.ok(run.waits, `It went ${run.states.join(', ')}`);
    const mails = await mailsOfNotice(scene, scene.affected.length, sender);
    await pageShows(scene, `/${policy}/upcoming/`, ['400 days']);
    note(`${mails.length} mails from "${sender}"`);
    note(await reportAddsUp(scene, record(4, 'report.json')));
  });
}
