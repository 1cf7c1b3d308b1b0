import { RegionInfo } from 'aws-cdk-lib/region-info';
import { BadInput, BadSettings } from '../lambda/core/errors.ts';
import type { CheckName } from '../lambda/core/settings/checks.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';

/** Where a stage is deployed; what it leaves open is that of the caller's credentials. */
export interface Stage {
  readonly name: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** `existing`: the sender's domain is in SES there already. */
  readonly identity?: 'create' | 'existing' | undefined;
  /** Checks before the first mail that it leaves out. */
  readonly skipChecks?: readonly CheckName[] | undefined;
}

/** An account and a region, as far as they are known. */
export interface Place {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * The stage that was asked for, by default `dev`. Throws BadInput naming the known ones, BadSettings when production
 * does not say where it belongs, would mail customers unchecked, or would not hear what became of it, and when any stage
 * would wait for a test mail that nobody can hear.
 */
export function stageOf(settings: Settings, asked: unknown = 'dev'): Stage {
  const [found] = stagesOf(settings).filter(({ name }) => name === asked);
  if (found === undefined) {
    throw new BadInput(
      `The stage "${String(asked)}" is not in the settings (they name ${Object.keys(settings.stages).join(', ')}).`,
      'Give one of them, e.g. -c stage=dev, or add yours under "stages" in policy-notice.config.ts.',
    );
  }
  if (found.name === 'production') refuseCareless(settings, found);
  refuseUnheard(settingsOf(settings, found), found);
  return found;
}

function stagesOf({ stages }: Settings): Stage[] {
  return Object.entries(stages).map(([name, stage]) => ({ name, ...stage }));
}

/** Real customers are mailed from here. */
function refuseCareless(settings: Settings, stage: Stage): void {
  const { skipChecks, feedback } = settingsOf(settings, stage).sending;
  if (feedback === 'off') {
    throw new BadSettings(
      'sending.feedback is "off", and the stage "production" mails real customers: nobody would learn what bounces.',
      'Set it to "required", or leave it out, in policy-notice.config.ts.',
    );
  }
  if (skipChecks.length > 0) {
    throw new BadSettings(
      `skipChecks leaves out ${skipChecks.join(', ')}, and the stage "production" mails real customers: nobody would know before the first of them whether mail leaves.`,
      'Remove it under "sending" and "stages.production" in policy-notice.config.ts; another stage may skip checks of its own.',
    );
  }
  if (stage.account === undefined || stage.region === undefined) {
    throw new BadSettings(
      'stages.production names no account and region, so that any credentials would do.',
      'Name both in policy-notice.config.ts: production: { account: "111122223333", region: "eu-central-1" }. Nothing has been changed.',
    );
  }
}

function refuseUnheard({ sending }: Settings, { name }: Stage): void {
  if (sending.feedback === 'required' || sending.skipChecks.includes('canary')) return;
  throw new BadSettings(
    `sending.feedback is "off", so the stage "${name}" could not hear the test mail that goes before every notice.`,
    `Set it to "required", or say so: stages.${name}.skipChecks: ['canary'], in policy-notice.config.ts.`,
  );
}

/** The settings as a stage is deployed with them: it skips what all stages skip, and what it skips itself. */
export function settingsOf(settings: Settings, { skipChecks = [] }: Stage): Settings {
  const skipped = [...new Set([...settings.sending.skipChecks, ...skipChecks])];
  return { ...settings, sending: { ...settings.sending, skipChecks: skipped } };
}

/**
 * Where to deploy: what the stage says, else the account and region of the caller's credentials (absent when there
 * are none). Throws BadInput when the stage belongs to another account than the credentials, or in no region of AWS.
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
  if (at !== undefined && !RegionInfo.regions.some((known) => known.name === at)) {
    throw new BadInput(
      `The stage "${name}" is to be deployed in "${at}", which is no region of AWS that this release knows.`,
      'Correct the region under "stages" in policy-notice.config.ts or in your profile; if it is a new one, update aws-cdk-lib. Nothing has been changed.',
    );
  }
  return { ...(to !== undefined && { account: to }), ...(at !== undefined && { region: at }) };
}

/**
 * Throws BadSettings when another stage of the settings belongs in the same place and both would create the sender's
 * domain, of which SES has one an account and region: the second stack would fail half-way.
 */
export function refuseSharedDomain(settings: Settings, stage: Stage, { account, region }: Place): void {
  if (stage.identity === 'existing') return;
  const other = stagesOf(settings).find(
    (one) =>
      one.name !== stage.name &&
      one.identity !== 'existing' &&
      one.account !== undefined &&
      one.region !== undefined &&
      one.account === account &&
      one.region === region,
  );
  if (other === undefined) return;
  throw new BadSettings(
    `The stages "${stage.name}" and "${other.name}" are both in the account ${account}, region ${region}, and both would create the sender's domain in SES, where it can be only once.`,
    `Say identity: 'existing' for the stage that does not own the domain, or give it another account (docs/runbook.md#a-second-stack-in-the-same-account). Nothing has been changed.`,
  );
}
