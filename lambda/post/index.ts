import { archiveFromEnvironment } from '../aws/archive.ts';
import { documentsFromEnvironment } from '../aws/documents.ts';
import { observed } from '../aws/observe.ts';
import { readSettings } from '../aws/read-settings.ts';
import { siteFromEnvironment } from '../aws/site.ts';
import type { VersionInput } from '../contract.ts';
import { post } from './post.ts';

const ports = {
  archive: archiveFromEnvironment(),
  documents: documentsFromEnvironment(),
  site: siteFromEnvironment(),
  settings: readSettings(),
};

/** Entry of the `post` step; the state machine asks it again on the effective date. */
export const handler = observed('post', (input: VersionInput) => post(ports, input));
