import { archiveFromEnvironment } from '../aws/archive.ts';
import { documentsFromEnvironment } from '../aws/documents.ts';
import { observed } from '../aws/observe.ts';
import { readSettings } from '../aws/read-settings.ts';
import type { PublishInput } from '../contract.ts';
import { publish } from './publish.ts';

const ports = {
  archive: archiveFromEnvironment(),
  documents: documentsFromEnvironment(),
  settings: readSettings(),
};

/** Entry of the `publish` step. */
export const handler = observed('publish', (input: PublishInput) => publish(ports, input));
