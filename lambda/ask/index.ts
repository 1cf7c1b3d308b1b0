import { approvalsFromEnvironment } from '../aws/approvals.ts';
import { pausesFromEnvironment } from '../aws/ledger-pause.ts';
import { observed } from '../aws/observe.ts';
import type { AskInput } from '../contract.ts';
import { ask } from './ask.ts';

const ports = { approvals: approvalsFromEnvironment(), pauses: pausesFromEnvironment() };

/** Entry of the `ask` step: the run goes on when somebody completes its task token. */
export const handler = observed('ask', (input: AskInput) => ask(ports, input));
