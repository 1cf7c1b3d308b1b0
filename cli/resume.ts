import { Command } from 'commander';
import { startPolicyChange } from '../lambda/aws/executions.ts';
import { parseLocalDate } from '../lambda/core/calendar/local-date.ts';
import { deployedEnvironment, placeOptions, type PlaceOptions } from './place.ts';
import { runLocally } from './run-locally.ts';
import { parseVersionRef } from './version-ref.ts';

type Options = PlaceOptions & { readonly on?: string };

/** `resume <policy> <version>`: takes up a version whose run failed; every step continues from what is recorded. */
export function resumeCommand(): Command {
  const command = new Command('resume')
    .description('take up a version whose run failed or, with --local, waits for its date')
    .argument('<policy>', 'the policy id')
    .argument('<version>', 'the number of the version')
    .option('--on <date>', 'with --local: act as if it were this day (YYYY-MM-DD)')
    .action(resume);
  return placeOptions(command);
}

async function resume(policy: string, number: string, options: Options): Promise<void> {
  const { policyId, version } = parseVersionRef(policy, number);
  if (options.local === true) {
    const now = options.on === undefined ? new Date() : new Date(`${parseLocalDate(options.on)}T12:00:00Z`);
    return runLocally(options.dir, now, (laptop, run) => laptop.resume(policyId, version, run));
  }
  const outputs = deployedEnvironment(options.outputs);
  const execution = await startPolicyChange(outputs['StateMachine'] ?? '', {
    resume: { policyId, version },
  });
  process.stdout.write(`Resumed as ${execution}\n`);
}
