import type { Settings } from '../lambda/core/settings/settings.ts';
import { parseSettings } from '../lambda/core/settings/parse.ts';
import config from '../policy-notice.config.ts';

/** The settings of this checkout, every default filled in. Throws BadSettings. */
export function settings(): Settings {
  return parseSettings(config);
}
