import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import * as z from 'zod';
import { env } from '../lambda/steps.ts';
import { BadInput } from '../lambda/core/errors.ts';
import { startEngines } from '../local/engines.ts';
import { settings } from './settings.ts';

/** Where a command acts: the local engines of a folder, or a deployed stack. */
export interface PlaceOptions {
  readonly local?: boolean;
  readonly dir: string;
  readonly outputs: string;
}

/** Adds the options that say where a command acts. */
export function placeOptions(command: Command): Command {
  return command
    .option('--local', 'act on the local engines instead of AWS')
    .option('--dir <folder>', 'where the local engines keep their state', '.local')
    .option('--outputs <file>', 'what `npx cdk deploy --outputs-file` wrote', 'outputs.json');
}

/** Runs an act with the environment of its place, and stops what it started. */
export async function inPlace(options: PlaceOptions, act: () => Promise<void>): Promise<void> {
  if (options.local !== true) {
    Object.assign(process.env, deployedEnvironment(options.outputs));
    return act();
  }
  const engines = await startEngines({ dir: resolve(options.dir), settings: settings() });
  try {
    Object.assign(process.env, engines.environment);
    await act();
  } finally {
    await engines.stop();
  }
}

const outputsFile = z.record(z.string(), z.unknown());
const name = z.string().min(1);
const outputsOfStack = z.looseObject({
  DocumentsBucket: name,
  ArchiveTable: name,
  CustomersTable: name,
  NoticesTable: name,
  StateMachine: name,
  ConfigurationSet: name,
});

/** The names of a deployed stack by environment variable. Throws BadInput when the file does not name one. */
export function deployedEnvironment(file: string): Record<string, string> {
  const stacks = Object.values(outputsFile.parse(readJson(file)));
  const [stack] = stacks;
  if (stacks.length !== 1 || stack === undefined) {
    throw new BadInput(
      `"${file}" describes ${stacks.length} stacks.`,
      'Give the outputs of the one stack to act on.',
    );
  }
  const outputs = outputsOfStack.safeParse(stack);
  if (outputs.success) {
    const { data } = outputs;
    return {
      [env.documentsBucket]: data.DocumentsBucket,
      [env.archiveTable]: data.ArchiveTable,
      [env.customersTable]: data.CustomersTable,
      [env.noticesTable]: data.NoticesTable,
      [env.configurationSet]: data.ConfigurationSet,
      StateMachine: data.StateMachine,
    };
  }
  throw new BadInput(
    `"${file}" is not the outputs of a policy-notice stack of this release.`,
    'Deploy with --outputs-file outputs.json.',
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new BadInput(
      `The stack's outputs "${file}" cannot be read.`,
      'Deploy with `npx cdk deploy --outputs-file outputs.json`, or add --local to act on this machine.',
      { cause },
    );
  }
}
