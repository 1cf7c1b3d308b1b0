import { archiveFromEnvironment } from '../aws/archive.ts';
import { documentsFromEnvironment } from '../aws/documents.ts';
import { observed } from '../aws/observe.ts';
import { readSettings } from '../aws/read-settings.ts';
import type { VersionInput } from '../contract.ts';
import { assess } from './assess.ts';

const ports = {
  archive: archiveFromEnvironment(),
  documents: documentsFromEnvironment(),
  settings: readSettings(),
};

/** Entry of the `assess` step. */
export const handler = observed('assess', (input: VersionInput) => assess(ports, input));
