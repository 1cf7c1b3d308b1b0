import { approvalsFromEnvironment } from '../aws/approvals.ts';
import { archiveFromEnvironment } from '../aws/archive.ts';
import { observed } from '../aws/observe.ts';
import { readSettings } from '../aws/read-settings.ts';
import type { VersionInput } from '../contract.ts';
import { approve } from './approve.ts';

const ports = {
  archive: archiveFromEnvironment(),
  approvals: approvalsFromEnvironment(),
  settings: readSettings(),
};

/** Entry of the `approve` step, asked again whenever the wait for a person ends. */
export const handler = observed('approve', (input: VersionInput) => approve(ports, input));
