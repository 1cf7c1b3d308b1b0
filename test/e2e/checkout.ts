import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { command } from './command.ts';
import { account, region } from './engine/environment.ts';

const root = join(__dirname, '../..');
const copied = [
  'bin',
  'cli',
  'lib',
  'lambda',
  'local',
  'examples',
  'cdk.json',
  'package.json',
  'package-lock.json',
  'policy-notice.config.ts',
  'tsconfig.json',
];
const settingsFile = 'policy-notice.config.ts';

/** What `cdk deploy` said of the stack. */
export type Outputs = Readonly<Record<string, string>>;

/** A checkout as an operator has it: settings to edit, and the commands of README. */
export interface Checkout {
  readonly folder: string;
  bootstrap(): Promise<void>;
  deploy(): Promise<Outputs>;
  /** `npm run policy-notice -- <words> --outputs outputs.json` */
  policyNotice(...words: string[]): Promise<string>;
  /** The text of one of its files. */
  read(file: string): string;
  /** Replaces a line of the settings. Throws when it is not there. */
  edit(line: string, by: string): void;
}

/** Copies the project, so that a test may edit the settings and leaves nothing behind. */
export function makeCheckout(folder: string, env: NodeJS.ProcessEnv): Checkout {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const place = { cwd: folder, env };
  const outputs = join(folder, 'outputs.json');
  return {
    folder,
    async bootstrap() {
      // Elsewhere: beside cdk.json it would synthesise the app first, which it does not need.
      const cwd = join(folder, '..');
      const given = ['bootstrap', `aws://${account}/${region}`, '--no-notices'];
      await command(join(root, 'node_modules/.bin/cdk'), given, { cwd, env });
    },
    async deploy() {
      const quiet = ['--no-notices', '--require-approval', 'never', '--progress', 'events'];
      await command('npx', ['cdk', 'deploy', '-c', 'stage=dev', '--outputs-file', outputs, ...quiet], place);
      return readOutputs(outputs);
    },
    policyNotice: (...words) =>
      command('npx', ['tsx', 'bin/policy-notice.ts', ...words, '--outputs', outputs], place),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    edit(line, by) {
      const file = join(folder, settingsFile);
      const text = readFileSync(file, 'utf8');
      assert.ok(text.includes(line), `${settingsFile} does not have ${line}`);
      writeFileSync(file, text.replace(line, by));
    },
  };
}

function readOutputs(file: string): Outputs {
  const stacks = z
    .record(z.string(), z.record(z.string(), z.string()))
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const [outputs, ...others] = Object.values(stacks);
  assert.ok(outputs !== undefined && others.length === 0, 'One stack is deployed.');
  return outputs;
}

/** A text of its own in the checkout, for a version that the examples do not have. Returns its path. */
export function writeText({ folder }: Checkout, name: string, text: string): string {
  mkdirSync(join(folder, 'texts'), { recursive: true });
  writeFileSync(join(folder, 'texts', name), text);
  return `texts/${name}`;
}
