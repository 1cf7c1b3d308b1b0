import { archiveFromEnvironment } from '../aws/archive.ts';
import { directoryFromEnvironment } from '../aws/directory.ts';
import { documentsFromEnvironment } from '../aws/documents.ts';
import { preflightsFromEnvironment } from '../aws/ledger-preflight.ts';
import { ledgerFromEnvironment } from '../aws/ledger.ts';
import { observed } from '../aws/observe.ts';
import type { NoticeInput } from '../contract.ts';
import { report } from './report.ts';

const ports = {
  archive: archiveFromEnvironment(),
  documents: documentsFromEnvironment(),
  ledger: ledgerFromEnvironment(),
  directory: directoryFromEnvironment(),
  preflights: preflightsFromEnvironment(),
};

/** Entry of the `report` step, asked once everything is decided. */
export const handler = observed('report', (input: NoticeInput) => report(ports, input));
