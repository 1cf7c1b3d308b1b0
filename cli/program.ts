import { Command, CommanderError } from 'commander';
import { NamedError } from '../lambda/core/errors.ts';
import { postponeCommand, withdrawCommand } from './amend.ts';
import { approveCommand, rejectCommand } from './approve.ts';
import { compareCommand } from './compare.ts';
import { costCommand } from './cost.ts';
import { exitCode } from './exit-code.ts';
import { customersCommand } from './customers.ts';
import { demoCommand } from './demo.ts';
import { explainCommand, rulesCommand } from './rules.ts';
import { heldCommand } from './held.ts';
import { pauseCommand, stopCommand, unpauseCommand } from './pause.ts';
import { preflightCommand } from './preflight.ts';
import { publishCommand } from './publish.ts';
import { replayCommand } from './replay.ts';
import { resumeCommand } from './resume.ts';
import { statusCommand } from './status.ts';
import { toldCommand } from './told.ts';

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
    preflightCommand(),
    publishCommand(),
    resumeCommand(),
    approveCommand(),
    rejectCommand(),
    postponeCommand(),
    withdrawCommand(),
    statusCommand(),
    pauseCommand(),
    unpauseCommand(),
    stopCommand(),
    heldCommand(),
    toldCommand(),
    customersCommand(),
    rulesCommand(),
    explainCommand(),
    replayCommand(),
    costCommand(),
  ]) {
    command.addCommand(withoutExit(one));
  }
  return command;
}

/** Commander would end the process for a missing option, here and in every command below. */
function withoutExit(command: Command): Command {
  for (const below of command.commands) withoutExit(below);
  return command.exitOverride();
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
