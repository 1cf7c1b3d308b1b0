import { Command } from 'commander';
import { accountFromEnvironment } from '../lambda/aws/mailer-account.ts';
import { quotaFromEnvironment } from '../lambda/aws/mailer-quota.ts';
import { PreflightFailed } from '../lambda/core/errors.ts';
import { faultsOf, listed } from '../lambda/core/preflight/checks.ts';
import { notAsked } from '../lambda/core/preflight/faults.ts';
import { checkNames } from '../lambda/core/settings/checks.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';
import { inPlace, placeOptions, type PlaceOptions } from './place.ts';
import { skippedLines } from './preflight-lines.ts';
import { settings } from './settings.ts';

/** `preflight`: asks SES what every notice asks it, before anything is published; mails nobody and changes nothing. */
export function preflightCommand(): Command {
  const command = new Command('preflight')
    .description('ask SES whether a notice could leave: identity, configuration set, account, quota')
    .action((options: PlaceOptions) => inPlace(options, () => check(settings())));
  return placeOptions(command);
}

async function check({ sender, sending }: Settings): Promise<void> {
  // A test mail belongs to a notice, and there is none yet.
  const skipped = checkNames.filter((name) => name === 'canary' || sending.skipChecks.includes(name));
  const asked = { sender, sending: { ...sending, skipChecks: skipped } };
  const ports = { account: accountFromEnvironment(), quota: quotaFromEnvironment(), settings: asked };
  const faults = await faultsOf(ports);
  if (faults.length > 0) {
    throw new PreflightFailed(
      `SES is not ready for a notice:\n${listed(faults)}\n`,
      'Repair all of it before you publish a change that customers must be told of.',
    );
  }
  const lines = [
    `well: ${checkNames.filter((name) => !skipped.includes(name)).join(', ')}`,
    ...skippedLines(sending.skipChecks),
    'left to each notice: canary, a test mail whose event must come back before the first customer is mailed',
    `not asked: ${notAsked}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
