import type { Step } from '../../lambda/steps.ts';
import { env, environment } from '../../lambda/steps.ts';
import { BadSettings } from '../../lambda/core/errors.ts';
import { sealed } from '../../lambda/core/settings/sealed.ts';
import type { Settings } from '../../lambda/core/settings/settings.ts';

/** What Lambda allows for the names and values of all variables of a function, in bytes. */
const lambdaLimit = 4096;
/** The longest name of a table, bucket or configuration set we expect. */
const longestAddress = 100;
/** What every step has: NODE_OPTIONS, and POWERTOOLS_SERVICE_NAME with the name of a stack (at most 128). */
const ofEveryStep = 200;

/**
 * The settings as the step reads them, where it reads any. Where to deploy is no concern of a step, so the stages
 * stay behind. Throws BadSettings when they leave no room for the addresses a step is given.
 */
export function settingsEnvironment(step: Step, settings: Settings): Record<string, string> {
  const names: readonly string[] = environment[step];
  if (!names.includes(env.settings)) return {};
  const needed = { ...settings, stages: {} };
  const text = sealed(needed);
  const addresses = names.filter((name) => name !== env.settings);
  const room =
    lambdaLimit -
    ofEveryStep -
    env.settings.length -
    addresses.join('').length -
    addresses.length * longestAddress;
  if (bytes(text) > room) throw tooLong(step, needed, bytes(text), room);
  return { [env.settings]: text };
}

function tooLong(step: Step, settings: object, size: number, room: number): BadSettings {
  const parts = Object.entries(settings)
    .map(([name, value]) => ({ name, size: bytes(JSON.stringify(value)) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(({ name, size }) => `${name} ${size}`);
  return new BadSettings(
    `The settings take ${size} bytes, and the step "${step}" has room for ${room} (Lambda allows ${lambdaLimit} for all variables). The longest parts: ${parts.join(', ')}.`,
    'Shorten names and addresses in policy-notice.config.ts, or deploy some of the policies as a second stack.',
  );
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
