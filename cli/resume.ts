import { Command } from 'commander';
import { startPolicyChange } from '../lambda/aws/executions.ts';
import { BadInput } from '../lambda/core/errors.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';
import { parseLocalDate } from '../lambda/core/calendar/local-date.ts';
import { deployedEnvironment, placeOptions, type PlaceOptions } from './place.ts';
import { runLocally } from './run-locally.ts';

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
  const policyId = parsePolicyId(policy);
  const version = parseVersion(number);
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

function parseVersion(text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new BadInput(`"${text}" is not the number of a version.`, 'Versions are numbered 1, 2, 3 …');
}
