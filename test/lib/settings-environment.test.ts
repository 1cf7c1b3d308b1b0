import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, integer, property } from 'fast-check';
import type { Step } from '../../lambda/steps.ts';
import { environment, steps } from '../../lambda/steps.ts';
import { BadSettings } from '../../lambda/core/errors.ts';
import { parseSettings } from '../../lambda/core/settings/parse.ts';
import { unsealed } from '../../lambda/core/settings/sealed.ts';
import type { Settings } from '../../lambda/core/settings/settings.ts';
import { settingsEnvironment } from '../../lib/step-function/settings-environment.ts';
import example from '../../policy-notice.config.ts';

const settings = parseSettings(example);

function withPolicies(count: number): Settings {
  const policies = Array.from({ length: count }, (_, i) => [`policy-${i}`, { name: { en: `Policy ${i}` } }]);
  return parseSettings({ ...example, policies: Object.fromEntries(policies) });
}

/** Bytes of the variables, names included. */
function sizeGiven(step: Step, given: Settings): number | 'refused' {
  try {
    return Buffer.byteLength(Object.entries(settingsEnvironment(step, given)).join(''));
  } catch (error) {
    if (error instanceof BadSettings) return 'refused';
    throw error;
  }
}

describe('the settings a step is given', () => {
  test('are those of the deployment when the step reads them back', () => {
    const text = settingsEnvironment('publish', settings)['SETTINGS'] ?? '';
    expect(unsealed(text)).toEqual({ ...settings, stages: {} });
  });

  test('are given only to steps whose contract names them', () => {
    const given = steps.filter((step) => 'SETTINGS' in settingsEnvironment(step, settings));
    expect(given).toEqual(steps.filter((step) => environment[step].some((name) => name === 'SETTINGS')));
  });

  test('never fill the 4 KB of Lambda: they leave room for every address of the step, or are refused', () => {
    assert(
      property(integer({ min: 1, max: 40 }), constantFrom(...steps), (count, step) => {
        const others = environment[step].filter((name) => name !== 'SETTINGS');
        const room = 4096 - others.join('').length - others.length * 100;
        const size = sizeGiven(step, withPolicies(count));
        expect(size === 'refused' || size < room).toBe(true);
      }),
    );
  });

  test('may name eight policies and more', () => {
    expect(steps.map((step) => sizeGiven(step, withPolicies(8)))).not.toContain('refused');
  });

  test('are refused with what is longest, when they are too long', () => {
    expect(() => settingsEnvironment('prepare', withPolicies(40))).toThrow(
      /The settings take \d+ bytes, and the step "prepare" has room for \d+ .*policies \d+, company \d+/,
    );
  });
});

test.each(['UTC', 'Europe/Berlin', 'Europe/Kyiv', 'Asia/Kolkata', 'US/Eastern'])(
  '%s is a time zone',
  (zone) => {
    expect(parseSettings({ ...example, timeZone: zone }).timeZone).toBe(zone);
  },
);

test.each(['', 'Berlin', 'Mars/Olympus', 'Europe/Berlin '])('"%s" is none, and the error says so', (zone) => {
  expect(() => parseSettings({ ...example, timeZone: zone })).toThrow('timeZone: use an IANA time zone');
});
