import { Command } from 'commander';
import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import { startPolicyChange } from '../lambda/aws/executions.ts';
import { ledgerFromEnvironment } from '../lambda/aws/ledger.ts';
import { sendingSwitchFromEnvironment } from '../lambda/aws/mailer-switch.ts';
import { parseLocalDate } from '../lambda/core/calendar/local-date.ts';
import type { LocalDate } from '../lambda/core/ids.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import { amendVersion } from './amend-version.ts';
import type { PersonOptions } from './person.ts';
import { personOf, personOptions } from './person.ts';
import { deployedEnvironment, placeOptions, type PlaceOptions } from './place.ts';
import { runLocally } from './run-locally.ts';
import { parseVersionRef } from './version-ref.ts';

type Options = PlaceOptions & PersonOptions;

/** `withdraw <policy> <version> --by <name> --reason <text>`: an announced version never takes effect. */
export function withdrawCommand(): Command {
  const command = new Command('withdraw')
    .description(
      'withdraw a version before its date; its notice stops at once, whoever was mailed gets a correction, and the reason is shown on the site',
    )
    .argument('<policy>', 'the policy id')
    .argument('<version>', 'the number of the version')
    .action((policy: string, number: string, options: Options) =>
      amend(parseVersionRef(policy, number), null, options),
    );
  return placeOptions(personOptions(command, { reasonNeeded: true }));
}

/** `postpone <policy> <version> --to <date> --by <name> --reason <text>`: it takes effect later than announced. */
export function postponeCommand(): Command {
  const command = new Command('postpone')
    .description(
      'move the date of a version that waits for it; whoever was mailed gets a correction, and the reason is shown on the site',
    )
    .argument('<policy>', 'the policy id')
    .argument('<version>', 'the number of the version')
    .requiredOption('--to <date>', 'the day from which it is to apply (YYYY-MM-DD), later than announced')
    .action((policy: string, number: string, options: Options & { readonly to: string }) =>
      amend(parseVersionRef(policy, number), parseLocalDate(options.to), options),
    );
  return placeOptions(personOptions(command, { reasonNeeded: true }));
}

/** Records it, then starts a run that finds it on record, posts the pages anew and sends the correction. */
async function amend(ref: NoticeRef, to: LocalDate | null, options: Options): Promise<void> {
  const now = new Date();
  const amending = { ...personOf(options), at: now.toISOString() };
  const record = () => {
    const sending = sendingSwitchFromEnvironment();
    const ports = { archive: archiveFromEnvironment(), ledger: ledgerFromEnvironment(), sending };
    return amendVersion(ports, ref, to, amending);
  };
  if (options.local === true) {
    return runLocally(options.dir, now, async (laptop, run) => {
      await record();
      return laptop.resume(ref.policyId, ref.version, run);
    });
  }
  const outputs = deployedEnvironment(options.outputs);
  Object.assign(process.env, outputs);
  const { kind, number, by } = await record();
  process.stdout.write(
    `Version ${ref.version} of ${ref.policyId} is ${kind} by ${by} (amendment ${number}).\n`,
  );
  const execution = await startPolicyChange(outputs['StateMachine'] ?? '', { resume: ref });
  process.stdout.write(`Its pages and its correction are in the hands of ${execution}\n`);
}
