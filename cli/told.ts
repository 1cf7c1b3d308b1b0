import { Command } from 'commander';
import { archiveFromEnvironment } from '../lambda/aws/archive.ts';
import { heldFromEnvironment } from '../lambda/aws/ledger-held.ts';
import { ledgerFromEnvironment } from '../lambda/aws/ledger.ts';
import { inPlace, placeOptions, type PlaceOptions } from './place.ts';
import { toldLines } from './told-answer.ts';
import { parseVersionRef } from './version-ref.ts';

/** `told <customer> <policy> <version>`: was this customer told of it, when, and how is it known? */
export function toldCommand(): Command {
  const command = new Command('told')
    .description('was a customer told of a version? answered from the ledger, with the message id of SES')
    .argument('<customer>', 'the customerId')
    .argument('<policy>', 'the policy id')
    .argument('<version>', 'the number of the version')
    .action((customer: string, policy: string, number: string, options: PlaceOptions) =>
      inPlace(options, async () => {
        const ports = {
          archive: archiveFromEnvironment(),
          ledger: ledgerFromEnvironment(),
          held: heldFromEnvironment(),
        };
        const lines = await toldLines(ports, customer, parseVersionRef(policy, number));
        process.stdout.write(`${lines.join('\n')}\n`);
      }),
    );
  return placeOptions(command);
}
