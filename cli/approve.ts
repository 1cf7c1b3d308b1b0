import { Command } from 'commander';
import { approvalsFromEnvironment } from '../lambda/aws/approvals.ts';
import { wake } from '../lambda/aws/executions.ts';
import type { Verdict } from '../lambda/core/approval.ts';
import type { PersonOptions } from './person.ts';
import { personOf, personOptions } from './person.ts';
import { deployedEnvironment, placeOptions, type PlaceOptions } from './place.ts';
import { runLocally } from './run-locally.ts';
import { parseVersionRef } from './version-ref.ts';

type Options = PlaceOptions & PersonOptions;

/** `approve <policy> <version> --by <name>`: lets a version be posted that waits for it. */
export function approveCommand(): Command {
  return answering(
    'approved',
    new Command('approve'),
    'approve a version that waits for it: it is posted next',
  );
}

/** `reject <policy> <version> --by <name> --reason <text>`: holds a version that waits for approval. */
export function rejectCommand(): Command {
  return answering(
    'rejected',
    new Command('reject'),
    'reject a version that waits for approval: it is held, never posted, never mailed',
  );
}

function answering(verdict: Verdict['verdict'], command: Command, description: string): Command {
  command
    .description(description)
    .argument('<policy>', 'the policy id')
    .argument('<version>', 'the number of the version')
    .action((policy: string, number: string, options: Options) => answer(verdict, policy, number, options));
  return placeOptions(personOptions(command, { reasonNeeded: verdict === 'rejected' }));
}

async function answer(
  says: Verdict['verdict'],
  policy: string,
  number: string,
  options: Options,
): Promise<void> {
  const ref = parseVersionRef(policy, number);
  const verdict: Verdict = { verdict: says, ...personOf(options), at: new Date().toISOString() };
  if (options.local === true) {
    return runLocally(options.dir, new Date(verdict.at), async (laptop, run) => {
      await approvalsFromEnvironment().answer(ref, verdict);
      return laptop.resume(ref.policyId, ref.version, run);
    });
  }
  Object.assign(process.env, deployedEnvironment(options.outputs));
  const { token } = await approvalsFromEnvironment().answer(ref, verdict);
  process.stdout.write(`Version ${ref.version} of ${ref.policyId} is ${says} by ${verdict.by}.\n`);
  const goesOn = token !== null && (await wake(token));
  process.stdout.write(
    goesOn
      ? 'Its run goes on.\n'
      : `No run waits for it: policy-notice resume ${ref.policyId} ${ref.version} starts one.\n`,
  );
}
