import { archiveFromEnvironment } from '../aws/archive.ts';
import { documentsFromEnvironment } from '../aws/documents.ts';
import type { AssessAnswer, VersionInput } from '../contract.ts';
import { assess } from './assess.ts';

const ports = { archive: archiveFromEnvironment(), documents: documentsFromEnvironment() };

/** Entry of the `assess` step. */
export const handler = (input: VersionInput): Promise<AssessAnswer> => assess(ports, input);
