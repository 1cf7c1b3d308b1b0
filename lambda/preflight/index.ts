import { archiveFromEnvironment } from '../aws/archive.ts';
import { controlsFromEnvironment } from '../aws/ledger-control.ts';
import { preflightsFromEnvironment } from '../aws/ledger-preflight.ts';
import { accountFromEnvironment } from '../aws/mailer-account.ts';
import { canaryFromEnvironment } from '../aws/mailer-canary.ts';
import { quotaFromEnvironment } from '../aws/mailer-quota.ts';
import { observed } from '../aws/observe.ts';
import { readSettings } from '../aws/read-settings.ts';
import type { NoticeInput } from '../contract.ts';
import { preflight } from './preflight.ts';

const [archive, ledger] = [archiveFromEnvironment(), controlsFromEnvironment()];
const [account, quota] = [accountFromEnvironment(), quotaFromEnvironment()];
const [preflights, canary] = [preflightsFromEnvironment(), canaryFromEnvironment()];
const ports = { archive, ledger, account, quota, preflights, canary, settings: readSettings() };
/** Entry of the `preflight` step, asked until it answers "ready". */
export const handler = observed('preflight', (input: NoticeInput) => preflight(ports, input));
