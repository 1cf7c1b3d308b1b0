import type * as z from 'zod/mini';
import { BadInput } from '../errors.ts';
import type { PolicyId } from '../ids.ts';
import type { settingsSchema } from './schema.ts';

/** What a user writes in `policy-notice.config.ts`. */
export type SettingsInput = z.input<typeof settingsSchema>;
/** The same with every default filled in. */
export type Settings = z.output<typeof settingsSchema>;
export type PolicySettings = Settings['policies'][string];

/** Gives editors types and completion in `policy-notice.config.ts`. */
export function defineSettings(settings: SettingsInput): SettingsInput {
  return settings;
}

/** Throws BadInput for a policy that the settings do not name. */
export function policySettings(settings: Settings, policyId: PolicyId): PolicySettings {
  const found = settings.policies[policyId];
  if (found !== undefined) return found;
  throw new BadInput(
    `The policy "${policyId}" is not in the settings (they name ${Object.keys(settings.policies).join(', ')}).`,
    'Add it under "policies" in policy-notice.config.ts, or correct the id.',
  );
}

/** The policy's name in a language, else in the first language that has one. */
export function policyName(policy: PolicySettings, language: string): string {
  return policy.name[language] ?? Object.values(policy.name)[0] ?? '';
}
