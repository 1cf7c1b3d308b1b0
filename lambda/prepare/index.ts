import { archiveFromEnvironment } from '../aws/archive.ts';
import { directoryFromEnvironment } from '../aws/directory.ts';
import { documentsFromEnvironment } from '../aws/documents.ts';
import { evidenceFromEnvironment } from '../aws/ledger-evidence.ts';
import { ledgerFromEnvironment } from '../aws/ledger.ts';
import { quotaFromEnvironment } from '../aws/mailer-quota.ts';
import { templatesFromEnvironment } from '../aws/mailer-templates.ts';
import { observed } from '../aws/observe.ts';
import { randomKey } from '../aws/random-key.ts';
import { readSettings } from '../aws/read-settings.ts';
import type { NoticeInput } from '../contract.ts';
import { prepare } from './prepare.ts';

const [archive, quota, settings] = [archiveFromEnvironment(), quotaFromEnvironment(), readSettings()];
const [documents, directory] = [documentsFromEnvironment(), directoryFromEnvironment()];
const [ledger, evidence] = [ledgerFromEnvironment(), evidenceFromEnvironment()];
const templates = templatesFromEnvironment();
const ports = { archive, documents, ledger, evidence, directory, templates, quota, settings, randomKey };
/** Entry of the `prepare` step, asked again after every round. */
export const handler = observed('prepare', (input: NoticeInput) => prepare(ports, input));
