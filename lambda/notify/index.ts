import type { Context } from 'aws-lambda';
import { systemClock } from '../aws/clock.ts';
import { directoryFromEnvironment } from '../aws/directory.ts';
import { ledgerFromEnvironment } from '../aws/ledger.ts';
import { mailerFromEnvironment } from '../aws/mailer.ts';
import { observed } from '../aws/observe.ts';
import type { NotifyAnswer, NotifyInput } from '../contract.ts';
import { notify } from './notify.ts';

const ports = {
  ledger: ledgerFromEnvironment(),
  directory: directoryFromEnvironment(),
  mailer: mailerFromEnvironment(),
  clock: systemClock,
};

/** Entry of the `notify` step, one invocation for each slice of a round. */
export const handler = observed('notify', (input: NotifyInput, context: Context): Promise<NotifyAnswer> =>
  notify(ports, input, { owner: context.awsRequestId, remaining: context.getRemainingTimeInMillis() }),
);
