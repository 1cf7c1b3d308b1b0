import { describe, expect, test } from '@jest/globals';
import { parseSettings } from '../../lambda/core/settings/settings.ts';
import { placeOf, stageOf } from '../../lib/stage.ts';
import example from '../../policy-notice.config.ts';

const settings = parseSettings({
  ...example,
  stages: { dev: {}, production: { account: '111122223333', region: 'eu-central-1' } },
});

describe('the stage of a deployment', () => {
  test('is dev when none is asked for, in the account and region of the caller', () => {
    expect(stageOf(settings)).toEqual({ name: 'dev' });
  });

  test('has the account and region that the settings give it', () => {
    expect(stageOf(settings, 'production')).toEqual({
      name: 'production',
      account: '111122223333',
      region: 'eu-central-1',
    });
  });

  test.each(['prod', '', 'constructor', 7])('is refused with the known ones when it is %p', (asked) => {
    expect(() => stageOf(settings, asked)).toThrow(/they name dev, production.*-c stage=dev/);
  });
});

test('production without feedback is refused, saying what to set; another stage may go without', () => {
  const deaf = parseSettings({ ...example, sending: { feedback: 'off' } });
  expect(() => stageOf(deaf, 'production')).toThrow(/sending\.feedback is "off".*Set it to "required"/);
  expect(stageOf(deaf, 'dev')).toEqual({ name: 'dev' });
});

describe('the place of a deployment', () => {
  const production = stageOf(settings, 'production');

  test('is what the stage says, else that of the caller, else open', () => {
    expect(placeOf(production, { account: '111122223333', region: 'us-east-1' })).toEqual({
      account: '111122223333',
      region: 'eu-central-1',
    });
    expect(placeOf(stageOf(settings), { account: '444455556666', region: 'us-east-1' })).toEqual({
      account: '444455556666',
      region: 'us-east-1',
    });
    expect(placeOf(stageOf(settings), {})).toEqual({});
  });

  test('is refused, before anything is changed, with credentials of another account', () => {
    expect(() => placeOf(production, { account: '444455556666' })).toThrow(
      'The stage "production" belongs to the account 111122223333, and your credentials are of the account 444455556666.',
    );
  });
});
