import { BadInput } from '../lambda/core/errors.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';

/** Where a stage is deployed; what it leaves open is that of the caller's credentials. */
export interface Stage {
  readonly name: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** The stage that was asked for, by default `dev`. Throws BadInput naming the known ones. */
export function stageOf(settings: Settings, asked: unknown = 'dev'): Stage {
  const found = Object.entries(settings.stages).find(([name]) => name === asked);
  if (found !== undefined) return { name: found[0], ...found[1] };
  throw new BadInput(
    `The stage "${String(asked)}" is not in the settings (they name ${Object.keys(settings.stages).join(', ')}).`,
    'Give one of them, e.g. -c stage=dev, or add yours under "stages" in policy-notice.config.ts.',
  );
}
