import { BadInput, BadSettings } from '../lambda/core/errors.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';

/** Where a stage is deployed; what it leaves open is that of the caller's credentials. */
export interface Stage {
  readonly name: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** `existing`: the sender's domain is in SES there already. */
  readonly identity?: 'create' | 'existing' | undefined;
}

/** An account and a region, as far as they are known. */
export interface Place {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * The stage that was asked for, by default `dev`. Throws BadInput naming the known ones, BadSettings when customers
 * would be mailed in production and nobody heard what became of it.
 */
export function stageOf(settings: Settings, asked: unknown = 'dev'): Stage {
  const found = Object.entries(settings.stages).find(([name]) => name === asked);
  if (found?.[0] === 'production' && settings.sending.feedback === 'off') throw unheard();
  if (found !== undefined) return { name: found[0], ...found[1] };
  throw new BadInput(
    `The stage "${String(asked)}" is not in the settings (they name ${Object.keys(settings.stages).join(', ')}).`,
    'Give one of them, e.g. -c stage=dev, or add yours under "stages" in policy-notice.config.ts.',
  );
}

/**
 * Where to deploy: what the stage says, else the account and region of the caller's credentials (absent when there
 * are none). Throws BadInput when the stage belongs to another account than the credentials.
 */
export function placeOf(
  { name, account, region }: Stage,
  caller: Place,
): { account?: string; region?: string } {
  if (account !== undefined && caller.account !== undefined && account !== caller.account) {
    throw new BadInput(
      `The stage "${name}" belongs to the account ${account}, and your credentials are of the account ${caller.account}.`,
      'Log in to that account, or correct "stages" in policy-notice.config.ts. Nothing has been changed.',
    );
  }
  const [to, at] = [account ?? caller.account, region ?? caller.region];
  return { ...(to !== undefined && { account: to }), ...(at !== undefined && { region: at }) };
}

function unheard(): BadSettings {
  return new BadSettings(
    'sending.feedback is "off", and the stage "production" mails real customers: nobody would learn what bounces.',
    'Set it to "required", or leave it out, in policy-notice.config.ts.',
  );
}
