import { evidenceFromEnvironment } from '../aws/ledger-evidence.ts';
import { ledgerFromEnvironment } from '../aws/ledger.ts';
import { observed } from '../aws/observe.ts';
import type { VersionInput } from '../contract.ts';
import { settle } from './settle.ts';

const ports = { ledger: ledgerFromEnvironment(), evidence: evidenceFromEnvironment() };

/** Entry of the `settle` step, asked only when the outcome of a batch is unknown. */
export const handler = observed('settle', (input: VersionInput) => settle(ports, input));
