import { Command } from 'commander';
import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import { directoryFromEnvironment } from '../lambda/aws/directory.ts';
import { startPolicyChange } from '../lambda/aws/executions.ts';
import { heldFromEnvironment } from '../lambda/aws/ledger-held.ts';
import { ledgerFromEnvironment } from '../lambda/aws/ledger.ts';
import type { HeldDecision } from '../lambda/core/ledger/held.ts';
import type { NoticeRef } from '../lambda/core/ledger/meta.ts';
import { decideHeld, heldLines } from './held-batches.ts';
import type { PersonOptions } from './person.ts';
import { personOf, personOptions } from './person.ts';
import { deployedEnvironment, inPlace, placeOptions, type PlaceOptions } from './place.ts';
import { runLocally } from './run-locally.ts';
import type { CorrectionOption } from './version-ref.ts';
import { parseNoticeRef } from './version-ref.ts';

type Options = PlaceOptions & PersonOptions & CorrectionOption & { readonly batch?: string };

/** `held list|release|close <policy> <version>`: the customers of whom nobody can prove whether they were mailed. */
export function heldCommand(): Command {
  const list = about(
    new Command('list'),
    'list the batches whose outcome nobody can prove, with their customers',
  ).action((policy: string, number: string, options: PlaceOptions & CorrectionOption) =>
    listHeld(parseNoticeRef(policy, number, options), options),
  );
  return new Command('held')
    .description('what to do about customers of whom nobody can prove whether they were mailed')
    .addCommand(placeOptions(list))
    .addCommand(deciding('released', 'release', 'mail them once more: some may then be told twice'))
    .addCommand(deciding('closed', 'close', 'say that they were told in another way'));
}

function about(command: Command, description: string): Command {
  return command
    .description(description)
    .argument('<policy>', 'the policy id')
    .argument('<version>', 'the number of the version')
    .option('--correction <number>', 'of the correction with this number; default: of the announcement');
}

function deciding(how: HeldDecision['how'], name: string, description: string): Command {
  const command = about(new Command(name), description)
    .option(
      '--batch <name>',
      'only this batch, as `held list` names it; default: every one nobody decided about',
    )
    .action((policy: string, number: string, options: Options) =>
      decide(how, parseNoticeRef(policy, number, options), options),
    );
  return placeOptions(personOptions(command, { reasonNeeded: true }));
}

/** Everything that held batches are looked up and decided with. */
function ports() {
  return {
    archive: archiveFromEnvironment(),
    ledger: ledgerFromEnvironment(),
    held: heldFromEnvironment(),
    directory: directoryFromEnvironment(),
  };
}

function listHeld(ref: NoticeRef, options: PlaceOptions): Promise<void> {
  return inPlace(options, async () => print(await heldLines(ports(), ref)));
}

async function decide(how: HeldDecision['how'], ref: NoticeRef, options: Options): Promise<void> {
  const decision: HeldDecision = { how, ...personOf(options), at: new Date().toISOString() };
  const act = async (): Promise<void> =>
    print(await decideHeld(ports(), ref, decision, options.batch ?? null));
  if (how === 'closed') return inPlace(options, act);
  if (options.local === true) {
    return runLocally(options.dir, new Date(decision.at), async (laptop, run) => {
      await act();
      return laptop.resume(ref.policyId, ref.version, run);
    });
  }
  const outputs = deployedEnvironment(options.outputs);
  Object.assign(process.env, outputs);
  await act();
  // What is released waits in the ledger for a round of sending.
  const execution = await startPolicyChange(outputs['StateMachine'] ?? '', {
    resume: { policyId: ref.policyId, version: ref.version },
  });
  print([`Sent by ${execution}`]);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
