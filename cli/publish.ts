import { extname } from 'node:path';
import { Command } from 'commander';
import { documentsFromEnvironment } from '../lambda/aws/documents.ts';
import { readSource } from '../lambda/core/document/source.ts';
import { documentKeys } from '../lambda/core/documents.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';
import { policySettings } from '../lambda/core/settings/settings.ts';
import { readBytes } from './files.ts';
import { deployedEnvironment, placeOptions, type PlaceOptions } from './place.ts';
import { runLocally } from './run-locally.ts';
import { settings } from './settings.ts';

/** `publish <policy> <file>`: drops a text where the state machine finds it. */
export function publishCommand(): Command {
  const command = new Command('publish')
    .description(
      'publish a new version of a policy: compare, classify, date, post and, if it matters, announce it',
    )
    .argument('<policy>', 'the policy id in policy-notice.config.ts, e.g. privacy-policy')
    .argument('<file>', 'the new text (.md, .html, .txt)')
    .action(publish);
  return placeOptions(command);
}

async function publish(policy: string, file: string, options: PlaceOptions): Promise<void> {
  const policyId = parsePolicyId(policy);
  policySettings(settings(), policyId);
  const bytes = readBytes(file);
  const { format } = readSource(file, bytes);
  const name = `${policyId}.${format}`;
  if (options.local === true) {
    return runLocally(options.dir, new Date(), (laptop, run) => laptop.drop(name, bytes, run));
  }
  Object.assign(process.env, deployedEnvironment(options.outputs));
  await documentsFromEnvironment().write(`${documentKeys.incoming}${name}`, bytes, contentTypes[format]);
  process.stdout.write(
    `${extname(file)} accepted: ${documentKeys.incoming}${name}. The state machine takes it from here.\n`,
  );
}

const contentTypes = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;
