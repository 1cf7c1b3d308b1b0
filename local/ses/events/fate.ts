import { simulation, type Simulation } from '../account/addresses.ts';
import type { Outcome } from '../store/message.ts';
import type { Bounce, Happening } from './event.ts';

/** What the mailbox of a recipient does with a message. */
export type Fate =
  'delivers' | 'bounces' | 'bounces softly' | 'complains' | 'delays' | 'suppressed' | 'simulated suppression';

/** Decides for each address what its mailbox does; undefined leaves the address to the simulator and the list. */
export type Mailboxes = (address: string) => Fate | undefined;

/** Simulator first, then the suppression list of the account, then the script, else it delivers. */
export function fateOf(
  address: string,
  suppressed: (address: string) => boolean,
  mailboxes: Mailboxes,
): Fate {
  const scene = simulation(address);
  if (scene !== undefined) return played[scene];
  return suppressed(address) ? 'suppressed' : (mailboxes(address) ?? 'delivers');
}

/** https://docs.aws.amazon.com/ses/latest/DeveloperGuide/mailbox-simulator.html */
const played = {
  success: 'delivers',
  ooto: 'delivers',
  bounce: 'bounces',
  complaint: 'complains',
  suppressionlist: 'simulated suppression',
} as const satisfies Record<Simulation, Fate>;

export const outcomeOf = {
  delivers: 'delivered',
  bounces: 'bounced',
  'bounces softly': 'bounced',
  complains: 'complained',
  delays: 'delayed',
  suppressed: 'suppressed',
  'simulated suppression': 'suppressed',
} as const satisfies Record<Fate, Outcome>;

export const reasonOf = {
  delivers: undefined,
  bounces: 'the mailbox does not exist (550 5.1.1)',
  'bounces softly': 'the mailbox is full (552 5.2.2)',
  complains: 'delivered, then marked as spam',
  delays: 'the mail server of the recipient does not answer yet',
  suppressed: 'the address is on the suppression list of the account, so it was not mailed',
  'simulated suppression': 'the simulator plays an address on the global suppression list',
} as const satisfies Record<Fate, string | undefined>;

/** Where and when it happened. */
export interface Scene {
  readonly address: string;
  readonly messageId: string;
  /** ISO 8601 UTC. */
  readonly timestamp: string;
}

const reportingMTA = 'a8-70.smtp-out.amazonses.com';

/** The events that follow the Send event for one recipient, in order. */
export function happenings(fate: Fate, scene: Scene): readonly Happening[] {
  return stories[fate](scene);
}

const stories: Readonly<Record<Fate, (scene: Scene) => readonly Happening[]>> = {
  delivers: (scene) => [delivery(scene)],
  complains: (scene) => [delivery(scene), complaint(scene)],
  delays: (scene) => [delay(scene)],
  bounces: (scene) => [bounce(scene, 'Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown')],
  'bounces softly': (scene) => [
    bounce(scene, 'Transient', 'MailboxFull', '5.2.2', 'smtp; 552 5.2.2 mailbox full'),
  ],
  // https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html
  suppressed: (scene) => [
    bounce(scene, 'Permanent', 'OnAccountSuppressionList', '5.1.1', suppressedDiagnostic),
  ],
  'simulated suppression': (scene) => [
    bounce(scene, 'Permanent', 'Suppressed', '5.1.1', suppressedDiagnostic),
  ],
};

const suppressedDiagnostic =
  'Amazon SES did not send the message to this address because it is on the suppression list for your account.';

function delivery({ address, timestamp }: Scene): Happening {
  const smtpResponse = '250 2.6.0 Message received';
  return {
    eventType: 'Delivery',
    delivery: { timestamp, processingTimeMillis: 546, recipients: [address], smtpResponse, reportingMTA },
  };
}

function bounce(
  { address, messageId, timestamp }: Scene,
  bounceType: Bounce['bounceType'],
  bounceSubType: Bounce['bounceSubType'],
  status: string,
  diagnosticCode: string,
): Happening {
  return {
    eventType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: address, action: 'failed', status, diagnosticCode }],
      timestamp,
      feedbackId: `${messageId.slice(0, 17)}bounce-${messageId.slice(17)}`,
      reportingMTA: `dsn; ${reportingMTA}`,
    },
  };
}

/** Mailbox providers redact the complainant, so SES lists everyone at that domain: identify by tag, never by address. */
function complaint({ address, messageId, timestamp }: Scene): Happening {
  return {
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: address }],
      timestamp,
      feedbackId: `${messageId.slice(0, 17)}complaint-${messageId.slice(17)}`,
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: timestamp,
    },
  };
}

function delay({ address, timestamp }: Scene): Happening {
  const diagnosticCode = 'smtp; 421 4.4.1 Unable to connect to remote host';
  return {
    eventType: 'DeliveryDelay',
    deliveryDelay: {
      delayType: 'TransientCommunicationFailure',
      delayedRecipients: [{ emailAddress: address, status: '4.4.1', diagnosticCode }],
      timestamp,
      expirationTime: new Date(Date.parse(timestamp) + 14 * 3_600_000).toISOString(),
    },
  };
}
