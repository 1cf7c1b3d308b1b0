import { createHash } from 'node:crypto';
import { BadSettings } from '../errors.ts';
import type { Settings } from './settings.ts';

/**
 * Stands for the schema that the code of a step reads settings by: another one for each change of its shape, as a test
 * demands; rules that are functions are not in it.
 */
export const schemaMark = '791b5e5d3049239f';

/** Parsed settings as a step is given them, `<seal> <JSON>`. */
export function sealed(settings: Settings): string {
  const json = JSON.stringify(settings);
  return `${sealOf(json)} ${json}`;
}

/**
 * Back from `sealed`. They were proved before they were sealed: the seal says so in no time, where a second proof
 * would make every start longer. Throws BadSettings for settings that were edited since, or proved by another schema.
 */
export function unsealed(text: string): Settings {
  const [seal, json] = [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)];
  if (seal !== sealOf(json))
    throw new BadSettings(
      'The settings that this step was given were edited since they were deployed, or are of another release.',
      'Deploy again. Settings are changed in policy-notice.config.ts, never in the environment of a function.',
    );
  const settings: Settings = JSON.parse(json);
  return settings;
}

function sealOf(json: string): string {
  return createHash('sha256').update(`${schemaMark} ${json}`).digest('base64url');
}
