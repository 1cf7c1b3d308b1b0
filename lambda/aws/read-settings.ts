import { env } from '../steps.ts';
import { unsealed } from '../core/settings/sealed.ts';
import type { Settings } from '../core/settings/settings.ts';
import { required } from './environment.ts';

/** The settings this deployment was made with. Throws BadSettings when they are missing, or were changed since. */
export function readSettings(): Settings {
  return unsealed(required(env.settings));
}
