import { env } from '../steps.ts';
import type { EnvName } from '../steps.ts';
import { BadSettings } from '../core/errors.ts';

/** Which construct gives a step the variable, so that whoever reads the error knows where to look. */
const setBy = {
  [env.settings]: 'StepFunction (lib/step-function/step.ts)',
  [env.archiveTable]: 'Archive (lib/archive.ts)',
  [env.documentsBucket]: 'Documents (lib/documents.ts)',
  [env.siteBucket]: 'Site (lib/site/site.ts)',
  [env.customersTable]: 'Customers (lib/customers.ts)',
  [env.noticesTable]: 'Notices (lib/notices.ts)',
  [env.configurationSet]: 'Mail (lib/mail.ts)',
  [env.recordLock]: 'Documents (lib/documents.ts)',
} as const satisfies Record<EnvName, string>;

/** The value of an environment variable of this step. Throws BadSettings when it is missing or empty. */
export function required(name: EnvName): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new BadSettings(
    `The environment variable ${name} is not set.`,
    `The construct ${setBy[name]} sets it by a grant: call that grant for this step, and list the variable for it in lambda/steps.ts.`,
  );
}
