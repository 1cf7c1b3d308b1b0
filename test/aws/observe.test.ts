import type { Context } from 'aws-lambda';
import { observed } from '../../lambda/aws/observe.ts';
import { metrics, steps } from '../../lambda/steps.ts';
import { ErrorName, TotalsDoNotAddUp } from '../../lambda/core/errors.ts';
import type { CapturedLog } from '../fakes/captured-log.ts';
import { captureLog } from '../fakes/captured-log.ts';

let log: CapturedLog;
beforeEach(() => {
  log = captureLog();
});
afterEach(() => {
  log.restore();
});

const input = { policyId: 'terms', version: 3, now: '2026-11-01T00:00:00Z', execution: 'arn:run' };

function context(): Context {
  return {
    awsRequestId: 'request-1',
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'step',
    functionVersion: '1',
    invokedFunctionArn: 'arn',
    memoryLimitInMB: '128',
    logGroupName: 'log',
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => 1000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

describe('an observed step', () => {
  test('answers as it would, and writes one line with ids, counts and duration', async () => {
    const answer = { policyId: 'terms', version: 3, accepted: 40, refused: 2, unknown: 0 };
    const entry = observed('notify', async () => answer);
    expect(await entry(input, context())).toBe(answer);
    const [line] = log.entries();
    expect(line).toMatchObject({
      level: 'INFO',
      message: 'notify answered',
      step: 'notify',
      policyId: 'terms',
      version: 3,
      execution: 'arn:run',
      requestId: 'request-1',
      milliseconds: expect.any(Number),
      answer: { accepted: 40, refused: 2, unknown: 0 },
    });
  });

  test('logs no field that nobody listed, and no long text in one that is', async () => {
    const entry = observed('report', async () => ({
      audience: 1,
      why: 'Ada Lovelace',
      customers: ['ada@mail.example'],
      action: 'We delete server logs after 30 days, and tell you when that changes.',
    }));
    await entry({ ...input, text: 'We delete server logs.' }, context());
    expect(log.lines().join('')).not.toMatch(/Ada|ada@|server logs/);
    expect(log.entries()[0]).toMatchObject({ answer: { audience: 1 } });
  });

  test('of a run that is resumed is logged under the version resumed', async () => {
    const resumed = { resume: { policyId: 'terms', version: 2 }, now: input.now, execution: 'arn:run' };
    await observed('publish', async () => ({}))(resumed, context());
    expect(log.entries()[0]).toMatchObject({ policyId: 'terms', version: 2, execution: 'arn:run' });
  });

  test.each(steps.flatMap((step) => Object.entries(metrics.ofAnswer[step]).map((row) => [step, ...row])))(
    '%s counts %s as %s, under the namespace of the alarms',
    async (step, looked, metric) => {
      const [field = '', word] = (looked ?? '').split('=');
      const answer = { [field]: word ?? 7 };
      const entry = observed(steps.find((one) => one === step) ?? 'publish', async () => answer);
      await entry(input, context());
      const counted = log.entries().find((line) => '_aws' in line);
      expect(counted).toMatchObject({
        [metric ?? '']: word === undefined ? 7 : 1,
        [metrics.dimension]: expect.any(String),
      });
      expect(JSON.stringify(counted)).toContain(`"Namespace":"${metrics.namespace}"`);
    },
  );
});

test('a round that sends is not counted as one that waits', async () => {
  await observed('prepare', async () => ({ action: 'send' }))(input, context());
  expect(log.entries().filter((line) => '_aws' in line)).toEqual([]);
});

describe('a step that fails', () => {
  test('throws what it threw, after a line with name and message', async () => {
    const error = new TotalsDoNotAddUp('Two customers are missing.', 'Look at the ledger.');
    const entry = observed('report', () => Promise.reject(error));
    await expect(entry(input, context())).rejects.toBe(error);
    expect(log.entries()[0]).toMatchObject({
      level: 'ERROR',
      message: 'report failed',
      policyId: 'terms',
      error: { name: 'TotalsDoNotAddUp', message: 'Two customers are missing. Look at the ledger.' },
    });
    expect(log.entries()[1]).toMatchObject({ TotalsDoNotAddUp: 1 });
  });

  test('counts errors that there are', () => {
    const names = Object.values<string>(ErrorName);
    expect(Object.keys(metrics.ofFailure).filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(['ada.lovelace+x@mail.example', 'ADA@sub.mail.example.com', 'zoë@müller.example'])(
    'repeats the address %s neither in the log nor in what is thrown, which Lambda logs itself',
    async (address) => {
      const refused = new Error(`Email address is not verified in EU-CENTRAL-1: <${address}>, "${address}".`);
      const entry = observed('notify', () => Promise.reject(refused));
      await expect(entry(input, context())).rejects.toThrow(
        'Email address is not verified in EU-CENTRAL-1: <(address)>, "(address)".',
      );
      expect(`${refused.message} ${refused.stack} ${log.lines().join(' ')}`).not.toContain(address);
    },
  );
});
