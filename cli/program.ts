import { Command, CommanderError } from 'commander';
import { NamedError } from '../lambda/core/errors.ts';
import { compareCommand } from './compare.ts';
import { exitCode } from './exit-code.ts';
import { customersCommand } from './customers.ts';
import { demoCommand } from './demo.ts';
import { explainCommand, rulesCommand } from './rules.ts';
import { publishCommand } from './publish.ts';
import { replayCommand } from './replay.ts';
import { resumeCommand } from './resume.ts';

/** Runs one command line. Named errors are printed as sentences; anything else is a bug and keeps its stack. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function program(): Command {
  const command = new Command('policy-notice')
    .description('Compare, classify, date, post and announce new versions of a policy.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  for (const one of [
    demoCommand(),
    compareCommand(),
    publishCommand(),
    resumeCommand(),
    customersCommand(),
    rulesCommand(),
    explainCommand(),
    replayCommand(),
  ]) {
    command.addCommand(one.exitOverride());
  }
  return command;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.quiet : exitCode.badInput;
  if (error instanceof NamedError) {
    process.stderr.write(`policy-notice: ${error.message}\n`);
    return exitCode.badInput;
  }
  process.stderr.write(`policy-notice: this is a bug, please report it.\n`);
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCode.crashed;
}
