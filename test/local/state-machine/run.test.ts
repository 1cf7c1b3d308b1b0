import { beforeAll, describe, expect, test } from '@jest/globals';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import type { Step } from '../../../lambda/steps.ts';
import {
  AlreadyClaimed,
  NotApproved,
  PreflightFailed,
  TotalsDoNotAddUp,
} from '../../../lambda/core/errors.ts';
import { virtualClock } from '../../../local/state-machine/clock.ts';
import { synthesiseDefinition } from '../../../local/state-machine/definition.ts';
import type { StateEntered } from '../../../local/state-machine/run.ts';
import { runPolicyChange } from '../../../local/state-machine/run.ts';

const landed = {
  detail: {
    bucket: { name: 'documents' },
    object: { key: 'incoming/terms.md', 'version-id': 'v-1', sequencer: '00A1' },
  },
};
const start = '2027-01-04T09:00:00.000Z';
const later = '2027-01-04T10:00:00.000Z';
const effective = '2027-02-05T00:00:00.000Z';
const ref = { policyId: 'terms', version: 2 };
/** The announcement of the version itself. */
const notice = { ...ref, correction: 0 };
const slice = (sender: number) => ({
  sender,
  segments: [sender],
  rate: 10,
  callSize: 5,
  budget: 100,
  stagger: 0,
});

/** What each step answers, in turn; the last answer is repeated. */
type Script = Partial<Record<Step, readonly unknown[]>>;

const published = { ...ref, outcome: 'recorded', why: '' };
const assessed = { ...ref, baseline: false, significance: 'significant', approval: false };
const posted = (standing: string, notify = false) => ({
  ...ref,
  notify,
  notice: { version: ref.version, correction: 0 },
  effectiveDate: '2027-02-05',
  standing,
  until: standing === 'wait' ? effective : '',
});
const ready = { ...ref, action: 'ready', until: '' };
const plan = (action: string, more = {}) => ({ ...ref, action, until: '', slices: [], ...more });

let definition: StateMachineDefinition;
beforeAll(() => {
  definition = synthesiseDefinition();
});

function scene(script: Script, input: unknown = landed) {
  const events: { step: Step; event: unknown }[] = [];
  const states: string[] = [];
  const entered: StateEntered[] = [];
  const clock = virtualClock(new Date(start));
  const handler = (step: Step) => {
    let turn = 0;
    return async (event: unknown) => {
      events.push({ step, event });
      const answers = script[step] ?? (step === 'preflight' ? [ready] : []);
      const answer = answers[Math.min(turn++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    };
  };
  const run = runPolicyChange({
    definition,
    input,
    clock,
    executionId: 'run-1',
    handlers: {
      publish: handler('publish'),
      assess: handler('assess'),
      approve: handler('approve'),
      ask: handler('ask'),
      post: handler('post'),
      preflight: handler('preflight'),
      prepare: handler('prepare'),
      notify: handler('notify'),
      settle: handler('settle'),
      report: handler('report'),
    },
    onState: (one) => {
      states.push(one.state);
      entered.push(one);
    },
  });
  return { run, events, states, entered, clock };
}

describe('the synthesised state machine, run on a laptop', () => {
  test('ends quietly when the text is already known', async () => {
    const { run, states, events } = scene({
      publish: [{ ...published, outcome: 'known', why: 'same text' }],
    });
    await expect(run).resolves.toEqual({ ...published, outcome: 'known', why: 'same text' });
    expect(states).toEqual(['A new text?', 'Publish', 'Is it new?', 'Already known']);
    expect(events).toEqual([
      {
        step: 'publish',
        event: {
          object: { bucket: 'documents', key: 'incoming/terms.md', version: 'v-1', sequencer: '00A1' },
          execution: 'run-1',
          now: start,
        },
      },
    ]);
  });

  test('posts a minor change and is done', async () => {
    const { run, states } = scene({
      publish: [published],
      assess: [{ ...assessed, significance: 'minor' }],
      post: [posted('current')],
    });
    await expect(run).resolves.toMatchObject({ ...ref, posting: { notify: false, standing: 'current' } });
    expect(states.slice(3)).toEqual([
      'Assess',
      'Approval needed?',
      'Post',
      'Announce?',
      'In force?',
      'Current',
    ]);
  });

  test('announces in rounds, waits for room, settles, reports, and takes effect on its date', async () => {
    const { run, states, events, clock } = scene({
      publish: [published],
      assess: [assessed],
      post: [posted('wait', true), posted('current', true)],
      prepare: [
        plan('send', { slices: [slice(0), slice(1)] }),
        plan('wait', { until: later }),
        plan('settle'),
        plan('done'),
      ],
      notify: [{ ...ref, accepted: 7, refused: 0, unknown: 1 }],
      settle: [null],
      report: [{ ...ref, audience: 14, accepted: 13, excepted: 1, addresses: ['never@example.com'] }],
    });
    await expect(run).resolves.toEqual({
      ...published,
      assessment: { baseline: false, significance: 'significant', approval: false },
      posting: {
        notify: true,
        notice: { version: 2, correction: 0 },
        effectiveDate: '2027-02-05',
        standing: 'current',
        until: '',
      },
      preflight: { action: 'ready', until: '' },
      plan: { action: 'done', until: '', slices: [] },
      totals: { audience: 14, accepted: 13, excepted: 1 },
    });
    const round = ['Prepare', 'What next?'];
    const rounds = [
      ['Send slices', 'Send slice', 'Send slice'],
      ['Wait until planned time'],
      ['Settle'],
      ['Report', 'Take effect', 'In force?', 'Current'],
    ];
    expect(states.slice(6)).toEqual([
      'Announce?',
      'Preflight',
      'Is SES ready?',
      ...rounds.flatMap((rest) => [...round, ...rest]),
    ]);
    expect(events.filter(({ step }) => step === 'notify').map(({ event }) => event)).toEqual([
      { ...notice, slice: slice(0), execution: 'run-1', now: start },
      { ...notice, slice: slice(1), execution: 'run-1', now: start },
    ]);
    expect(events.at(-2)).toEqual({ step: 'report', event: { ...notice, execution: 'run-1', now: later } });
    expect(clock.now().toISOString()).toBe(later);
  });

  test('mails nobody before SES is ready, and asks it again at the time it says', async () => {
    const { run, states, events } = scene({
      publish: [published],
      assess: [assessed],
      post: [posted('current', true)],
      preflight: [{ ...ref, action: 'wait', until: later }, ready],
      prepare: [plan('done')],
      report: [{ ...ref, audience: 0, accepted: 0, excepted: 0 }],
    });
    await run;
    const asked = ['Preflight', 'Is SES ready?'];
    expect(states.slice(7, 13)).toEqual([...asked, 'Wait for the test mail', ...asked, 'Prepare']);
    expect(events.filter(({ step }) => step === 'preflight').map(({ event }) => event)).toEqual([
      { ...notice, execution: 'run-1', now: start },
      { ...notice, execution: 'run-1', now: later },
    ]);
  });

  test('a correction of another version goes through every step of a notice under its own name', async () => {
    const corrected = { policyId: 'terms', version: 1, correction: 2 };
    const { run, events } = scene({
      publish: [published],
      assess: [{ ...assessed, significance: 'minor' }],
      post: [{ ...posted('current', true), notice: { version: 1, correction: 2 } }],
      prepare: [plan('send', { slices: [slice(0)] }), plan('settle'), plan('done')],
      notify: [null],
      settle: [null],
      report: [{ ...ref, audience: 1, accepted: 1, excepted: 0 }],
    });
    await run;
    const told = events.slice(
      events.findIndex(({ step }) => step === 'preflight'),
      -1,
    );
    const names = ['preflight', 'prepare', 'notify', 'prepare', 'settle', 'prepare', 'report'];
    expect(told.map(({ step }) => step)).toEqual(names);
    for (const { event } of told) expect(event).toMatchObject(corrected);
    expect(events.at(-1)).toMatchObject({ step: 'post', event: ref });
  });

  test('waits for the effective date, again when it was postponed, and hands the date to the step', async () => {
    const postponed = { ...posted('wait'), until: '2027-03-01T00:00:00.000Z' };
    const { run, states, events } = scene({
      publish: [published],
      assess: [assessed],
      post: [posted('wait'), postponed, posted('current')],
    });
    await run;
    const wait = ['In force?', 'Wait until effective date', 'Take effect'];
    expect(states.slice(7)).toEqual([...wait, ...wait, 'In force?', 'Current']);
    expect(events.filter(({ step }) => step === 'post').map(({ event }) => event)).toEqual([
      { ...ref, execution: 'run-1', now: start },
      { ...ref, execution: 'run-1', now: effective },
      { ...ref, execution: 'run-1', now: '2027-03-01T00:00:00.000Z' },
    ]);
  });

  test('ends when a newer version has taken its place', async () => {
    const { run, states } = scene({
      publish: [published],
      assess: [assessed],
      post: [posted('wait'), posted('superseded')],
    });
    await run;
    expect(states.at(-1)).toBe('Superseded');
  });

  test('resumes a version by its id', async () => {
    const { run, states, events } = scene(
      { publish: [published], assess: [assessed], post: [posted('current')] },
      { resume: ref },
    );
    await run;
    expect(states.slice(0, 3)).toEqual(['A new text?', 'Resume', 'Is it new?']);
    expect(events[0]).toEqual({ step: 'publish', event: { resume: ref, execution: 'run-1', now: start } });
  });

  test('names the version and the slice to whoever follows the run', async () => {
    const { run, entered } = scene({
      publish: [published],
      assess: [assessed],
      post: [posted('current', true)],
      prepare: [plan('send', { slices: [slice(0), slice(1)] }), plan('done')],
      notify: [null],
      report: [{ ...ref, audience: 0, accepted: 0, excepted: 0 }],
    });
    await run;
    expect(entered[0]).toEqual({ state: 'A new text?', policyId: null, version: null, slice: null });
    expect(entered.filter(({ state }) => state === 'Send slice')).toEqual([
      { state: 'Send slice', ...ref, slice: 0 },
      { state: 'Send slice', ...ref, slice: 1 },
    ]);
  });
});

describe('a step that fails', () => {
  const before = { publish: [published], assess: [assessed], post: [posted('current', true)] };

  test('fails the run with its own error, at once when the error is named', async () => {
    const wrong = new TotalsDoNotAddUp('12 accepted and 1 excepted of 14.', 'See the report.');
    const { run, states, events } = scene({ ...before, prepare: [plan('done')], report: [wrong] });
    await expect(run).rejects.toBe(wrong);
    expect(states.slice(-2)).toEqual(['Report', 'Totals do not add up']);
    expect(events.filter(({ step }) => step === 'report')).toHaveLength(1);
  });

  test('ends the run by name before anybody is mailed when SES is not ready', async () => {
    const sandbox = new PreflightFailed('quota: the sandbox.', 'Ask AWS.');
    const { run, states, events } = scene({ ...before, preflight: [sandbox] });
    await expect(run).rejects.toBe(sandbox);
    expect(states.slice(-2)).toEqual(['Preflight', 'Preflight failed']);
    expect(events.filter(({ step }) => step === 'preflight')).toHaveLength(1);
  });

  test('is tried again with the same time when the error may pass', async () => {
    const { run, events } = scene({
      ...before,
      prepare: [new Error('socket hang up'), plan('done')],
      report: [{ ...ref, audience: 0, accepted: 0, excepted: 0 }],
    });
    await run;
    expect(events.filter(({ step }) => step === 'prepare').map(({ event }) => event)).toEqual([
      { ...notice, execution: 'run-1', now: start },
      { ...notice, execution: 'run-1', now: start },
    ]);
  });

  test('fails the run with its own error when it keeps failing inside the Map', async () => {
    const crash = new RangeError('out of memory');
    const { run, events } = scene({
      ...before,
      prepare: [plan('send', { slices: [slice(0), slice(1)] })],
      notify: [crash],
    });
    await expect(run).rejects.toBe(crash);
    expect(events.filter(({ step }) => step === 'notify').length).toBeGreaterThanOrEqual(5);
  });

  test('reads the head again when another run wrote first', async () => {
    const lost = new AlreadyClaimed('Version 2 is taken.', 'Read again.');
    const { run, states } = scene({ ...before, publish: [lost, published], post: [posted('current')] });
    await run;
    expect(states.at(-1)).toBe('Current');
  });

  test('fails the run when it answers what the machine does not know', async () => {
    const { run } = scene({ ...before, prepare: [plan('guess')] });
    await expect(run).rejects.toMatchObject({ name: 'States.NoChoiceMatched' });
  });
});

describe('a run that needs a person', () => {
  const approval = (action: string, seconds = 0) => ({ ...ref, action, seconds });
  const before = { publish: [published], assess: [{ ...assessed, approval: true }], ask: [ref] };
  const asked = ['Approval needed?', 'Approve', 'Approved?', 'Ask for approval', 'Approve'];

  test('asks for approval, and posts what is approved when it looks again', async () => {
    const { run, states, events, clock } = scene({
      ...before,
      approve: [approval('ask', 3600), approval('post')],
      post: [posted('current')],
    });
    await run;
    expect(states.slice(4)).toEqual([...asked, 'Approved?', 'Post', 'Announce?', 'In force?', 'Current']);
    expect(events.find(({ step }) => step === 'ask')?.event).toEqual({
      ...ref,
      question: 'approval',
      token: 'run-1',
      execution: 'run-1',
      now: start,
    });
    expect(clock.now().toISOString()).toBe(later);
  });

  test('posts nothing that was rejected, and ends quietly: a person knows', async () => {
    const { run, states, events } = scene({ ...before, approve: [approval('held')] });
    await expect(run).resolves.toMatchObject(ref);
    expect(states.at(-1)).toBe('Held');
    expect(events.map(({ step }) => step)).toEqual(['publish', 'assess', 'approve']);
  });

  test('fails by name when nobody approved in time', async () => {
    const late = new NotApproved('Nobody approved.', 'Publish again.');
    const { run, states } = scene({ ...before, approve: [approval('ask', 60), late] });
    await expect(run).rejects.toBe(late);
    expect(states.slice(4)).toEqual([...asked, 'Not approved']);
  });

  test('looks at once when the answer came while the question was put', async () => {
    const { run, clock } = scene({
      ...before,
      ask: [new AlreadyClaimed('It is decided.', 'Look.')],
      approve: [approval('ask', 3600), approval('post')],
      post: [posted('current')],
    });
    await run;
    expect(clock.now().toISOString()).toBe(start);
  });

  test('waits while its notice is paused, looks every hour, and goes on', async () => {
    const { run, states, clock } = scene({
      publish: [published],
      assess: [assessed],
      post: [posted('current', true)],
      prepare: [plan('ask'), plan('ask'), plan('done')],
      ask: [ref],
      report: [{ ...ref, audience: 0, accepted: 0, excepted: 0 }],
    });
    await run;
    const round = ['Prepare', 'What next?'];
    const paused = [...round, 'Ask a person'];
    expect(states.slice(9, 17)).toEqual([...paused, ...paused, ...round]);
    expect(clock.now().toISOString()).toBe('2027-01-04T11:00:00.000Z');
  });
});
