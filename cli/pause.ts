import { Command } from 'commander';
import { wake } from '../lambda/aws/executions.ts';
import { ledgerFromEnvironment } from '../lambda/aws/ledger.ts';
import { pausesFromEnvironment } from '../lambda/aws/ledger-pause.ts';
import { sendingSwitchFromEnvironment } from '../lambda/aws/mailer-switch.ts';
import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import type { NoticeRef, Run } from '../lambda/core/ledger/meta.ts';
import { directNotice, liveNotice, nameOf } from './direct-notice.ts';
import type { Person, PersonOptions } from './person.ts';
import { personOf, personOptions } from './person.ts';
import { inPlace, placeOptions, type PlaceOptions } from './place.ts';
import { runLocally } from './run-locally.ts';
import { parseVersionRef } from './version-ref.ts';

type Options = PlaceOptions & PersonOptions;

/** `pause <policy> <version>`: the notice of a version sends no further call until somebody lets it go on. */
export function pauseCommand(): Command {
  return directing(
    'pause',
    new Command('pause'),
    'pause the notice of a version before its next call to SES',
  );
}

/** `unpause <policy> <version>`: lets a paused notice go on; one that was halted gets its sending switched on again. */
export function unpauseCommand(): Command {
  return directing('run', new Command('unpause'), 'let a paused notice go on where it was');
}

/** `stop <policy> <version>`: ends the notice of a version for good; whoever was not mailed is an exception. */
export function stopCommand(): Command {
  return directing(
    'stop',
    new Command('stop'),
    'end a notice for good: customers not yet mailed become exceptions of its report',
  );
}

function directing(run: Run, command: Command, description: string): Command {
  command
    .description(description)
    .argument('<policy>', 'the policy id')
    .argument('<version>', 'the number of the version')
    .action((policy: string, number: string, options: Options) =>
      direct(run, parseVersionRef(policy, number), options),
    );
  return placeOptions(personOptions(command, { reasonNeeded: run !== 'run' }));
}

async function direct(run: Run, ref: NoticeRef, options: Options): Promise<void> {
  const person = personOf(options);
  if (options.local === true && run !== 'pause') {
    return runLocally(options.dir, new Date(), async (laptop, watched) => {
      await record(run, ref, person);
      return laptop.resume(ref.policyId, ref.version, watched);
    });
  }
  await inPlace(options, async () => {
    const notice = await record(run, ref, person);
    process.stdout.write(`${said[run](notice)}\n`);
    if (options.local !== true && run !== 'pause') await wakeRun(notice);
  });
}

async function record(run: Run, ref: NoticeRef, person: Person): Promise<NoticeRef> {
  const ports = {
    archive: archiveFromEnvironment(),
    ledger: ledgerFromEnvironment(),
    sending: sendingSwitchFromEnvironment(),
  };
  const notice = await liveNotice(ports.archive, ref);
  await directNotice(ports, notice, run, person);
  return notice;
}

const said = {
  pause: (notice) => `${nameOf(notice)} is paused: its senders stop before their next call.`,
  run: (notice) => `${nameOf(notice)} goes on.`,
  stop: (notice) =>
    `${nameOf(notice)} is stopped: its senders stop before their next call, and whoever was not mailed is an exception.${hintOf(notice)}`,
} as const satisfies Record<Run, (notice: NoticeRef) => string>;

/** Whoever stops an announcement may want more than that. */
function hintOf({ policyId, version, correction }: NoticeRef): string {
  if (correction !== undefined) return '';
  return `\nThe version itself still applies on its date. To take it back, and correct whoever was mailed: policy-notice withdraw ${policyId} ${version} --by … --reason …`;
}

/** A run that waits is woken; one that does not looks for itself, before its next call. */
async function wakeRun(ref: NoticeRef): Promise<void> {
  const token = await pausesFromEnvironment().token(ref);
  if (token !== null && (await wake(token))) return;
  process.stdout.write(
    `No run waits for it. If none is under way: policy-notice resume ${ref.policyId} ${ref.version}\n`,
  );
}
