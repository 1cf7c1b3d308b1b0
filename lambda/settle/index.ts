import { chronicleFromEnvironment } from '../aws/chronicle.ts';
import { ledgerFromEnvironment } from '../aws/ledger.ts';
import { observed } from '../aws/observe.ts';
import type { NoticeInput } from '../contract.ts';
import { settle } from './settle.ts';

const ports = { ledger: ledgerFromEnvironment(), chronicle: chronicleFromEnvironment() };

/** Entry of the `settle` step, asked only when the outcome of a batch is unknown. */
export const handler = observed('settle', (input: NoticeInput) => settle(ports, input));
