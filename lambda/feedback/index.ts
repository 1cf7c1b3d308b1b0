import type { SQSBatchResponse } from 'aws-lambda';
import { evidenceFromEnvironment } from '../aws/ledger-evidence.ts';
import { preflightsFromEnvironment } from '../aws/ledger-preflight.ts';
import { ledgerFromEnvironment } from '../aws/ledger.ts';
import { sendingSwitchFromEnvironment } from '../aws/mailer-switch.ts';
import { observed } from '../aws/observe.ts';
import type { Entry } from '../aws/observe.ts';
import type { FeedbackInput } from './feedback.ts';
import { feedback } from './feedback.ts';

const [ledger, evidence] = [ledgerFromEnvironment(), evidenceFromEnvironment()];
const preflights = preflightsFromEnvironment();
const ports = { ledger, evidence, preflights, sending: sendingSwitchFromEnvironment() };
const entry = observed('feedback', (input: FeedbackInput) => feedback(ports, input));

/** Entry of the `feedback` step, which no run waits for: SES events start it. */
export const handler: Entry<FeedbackInput, SQSBatchResponse> = async (input, context) => {
  const { unread } = await entry(input, context);
  return { batchItemFailures: unread.map((itemIdentifier) => ({ itemIdentifier })) };
};
