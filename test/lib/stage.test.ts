import { describe, expect, test } from '@jest/globals';
import { checkNames } from '../../lambda/core/settings/checks.ts';
import { parseSettings } from '../../lambda/core/settings/parse.ts';
import { placeOf, refuseSharedDomain, settingsOf, stageOf } from '../../lib/stage.ts';
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

describe('production', () => {
  const place = { account: '111122223333', region: 'eu-central-1' };
  const refusal = (sending: object, production: object) => () =>
    stageOf(parseSettings({ ...example, sending, stages: { production } }), 'production');

  test('without feedback is refused, saying what to set; another stage may go without, and says so', () => {
    const off = { feedback: 'off' } as const;
    expect(refusal(off, place)).toThrow(/sending\.feedback is "off".*Set it to "required"/);
    const deaf = parseSettings({ ...example, sending: off });
    expect(() => stageOf(deaf, 'dev')).toThrow(/could not hear the test mail.*skipChecks: \['canary'\]/);
    const sending = { ...off, skipChecks: ['canary' as const] };
    expect(stageOf(parseSettings({ ...example, sending }))).toEqual({ name: 'dev' });
  });

  test.each(checkNames)('that skips the check %s, in whichever place, is refused', (name) => {
    for (const [sending, stage] of [
      [{ skipChecks: [name] }, place],
      [{}, { ...place, skipChecks: [name] }],
    ] as const)
      expect(refusal(sending, stage)).toThrow(new RegExp(`^skipChecks leaves out ${name}, .*Remove it`));
  });

  test.each([{}, { account: place.account }, { region: place.region }])(
    'that does not say where it belongs is refused: %p',
    (stage) => {
      expect(refusal({}, stage)).toThrow(/names no account and region.*Nothing has been changed/);
    },
  );
});

test('a stage skips what all of them skip and what it skips itself, each once', () => {
  const stages = { dev: { skipChecks: ['quota' as const, 'canary' as const] } };
  const all = parseSettings({ ...example, sending: { skipChecks: ['canary'] }, stages });
  expect(settingsOf(all, stageOf(all)).sending.skipChecks).toEqual(['canary', 'quota']);
  expect(settingsOf(settings, stageOf(settings))).toEqual(settings);
});

test('a check that there is not is refused with those there are', () => {
  const stages = { dev: { skipChecks: ['plan'] } };
  expect(() => parseSettings({ ...example, stages })).toThrow(/stages\.dev\.skipChecks\.0: .*"canary"/);
});

describe('two stages in one account and region', () => {
  const here = { account: '111122223333', region: 'eu-central-1' };
  const both = (dev: object, production: object) =>
    parseSettings({ ...example, stages: { dev, production } });

  test('are refused when both would create the domain in SES, wherever the first is said to be', () => {
    for (const dev of [here, {}]) {
      const two = both(dev, here);
      expect(() => refuseSharedDomain(two, stageOf(two), here)).toThrow(
        /stages "dev" and "production" are both in the account 111122223333.*identity: 'existing'/,
      );
    }
  });

  test('are well when one of them uses the domain of the other, or lies elsewhere', () => {
    const existing = { ...here, identity: 'existing' };
    for (const two of [
      both(here, existing),
      both(existing, here),
      both(here, { ...here, region: 'eu-west-1' }),
      both(here, { ...here, account: '444455556666' }),
      both({}, {}),
    ])
      expect(() => refuseSharedDomain(two, stageOf(two), here)).not.toThrow();
  });
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

  test('is refused in a region that does not exist, whoever names it', () => {
    const typo = /"eu-centrel-1", which is no region of AWS.*Nothing has been changed/;
    expect(() => placeOf(stageOf(settings), { region: 'eu-centrel-1' })).toThrow(typo);
    expect(() => placeOf({ ...production, region: 'eu-centrel-1' }, {})).toThrow(typo);
  });

  test('is refused, before anything is changed, with credentials of another account', () => {
    expect(() => placeOf(production, { account: '444455556666' })).toThrow(
      'The stage "production" belongs to the account 111122223333, and your credentials are of the account 444455556666.',
    );
  });
});
