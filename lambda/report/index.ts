import { archiveFromEnvironment } from '../aws/archive.ts';
import { directoryFromEnvironment } from '../aws/directory.ts';
import { documentsFromEnvironment } from '../aws/documents.ts';
import { ledgerFromEnvironment } from '../aws/ledger.ts';
import { observed } from '../aws/observe.ts';
import type { VersionInput } from '../contract.ts';
import { report } from './report.ts';

const ports = {
  archive: archiveFromEnvironment(),
  documents: documentsFromEnvironment(),
  ledger: ledgerFromEnvironment(),
  directory: directoryFromEnvironment(),
};

/** Entry of the `report` step, asked once everything is decided. */
export const handler = observed('report', (input: VersionInput) => report(ports, input));
