import { Command } from 'commander';
import { approvalsFromEnvironment } from '../lambda/aws/approvals.ts';
import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import { heldFromEnvironment } from '../lambda/aws/ledger-held.ts';
import { preflightsFromEnvironment } from '../lambda/aws/ledger-preflight.ts';
import { ledgerFromEnvironment } from '../lambda/aws/ledger.ts';
import type { VersionRecord } from '../lambda/core/archive.ts';
import { NotFound } from '../lambda/core/errors.ts';
import type { PolicyId } from '../lambda/core/ids.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';
import { policySettings } from '../lambda/core/settings/settings.ts';
import { paint } from './paint.ts';
import { inPlace, placeOptions, type PlaceOptions } from './place.ts';
import { settings } from './settings.ts';
import { versionLines } from './status-lines.ts';
import { parseVersionRef } from './version-ref.ts';

/** `status [<policy> [<version>]]`: where every version stands, and how far its notice is. */
export function statusCommand(): Command {
  const command = new Command('status')
    .description('where every version stands: waiting, held, upcoming, current; how far its notice is')
    .argument('[policy]', 'the policy id; default: all of the settings')
    .argument('[version]', 'the number of the version; default: all')
    .action((policy: string | undefined, number: string | undefined, options: PlaceOptions) =>
      inPlace(options, () => status(policy, number, options.local === true ? ' --local' : '')),
    );
  return placeOptions(command);
}

async function status(policy: string | undefined, number: string | undefined, place: string): Promise<void> {
  const ids = policy === undefined ? Object.keys(settings().policies) : [policy];
  const wanted =
    policy === undefined || number === undefined ? null : parseVersionRef(policy, number).version;
  for (const id of ids.map(parsePolicyId)) print(await policyLines(id, wanted, place));
}

async function policyLines(policyId: PolicyId, wanted: number | null, place: string): Promise<string[]> {
  const ports = {
    archive: archiveFromEnvironment(),
    approvals: approvalsFromEnvironment(),
    ledger: ledgerFromEnvironment(),
    held: heldFromEnvironment(),
    preflights: preflightsFromEnvironment(),
    policy: policySettings(settings(), policyId),
    place,
  };
  const versions = chosen(policyId, await ports.archive.versions(policyId), wanted);
  const lines = [paint('bold', policyId)];
  if (versions.length === 0) lines.push('  nothing published yet');
  for (const one of versions) lines.push(...(await versionLines(ports, one, Date.now())));
  return lines;
}

function chosen(
  policyId: PolicyId,
  versions: readonly VersionRecord[],
  wanted: number | null,
): readonly VersionRecord[] {
  if (wanted === null) return versions.toReversed();
  const found = versions.filter(({ version }) => version === wanted);
  if (found.length > 0) return found;
  throw new NotFound(
    `There is no version ${wanted} of "${policyId}".`,
    `Leave the number out to see all ${versions.length}.`,
  );
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
