import type { Account } from '../account/account.ts';
import type { Rendering } from '../account/rendering.ts';
import type { Tags } from '../account/tags.ts';
import { composeEvent } from '../events/compose.ts';
import type { Happening } from '../events/event.ts';
import { fateOf, happenings, outcomeOf, reasonOf, type Fate } from '../events/fate.ts';
import type { Outcome, SendingAction, StoredMessage } from '../store/message.ts';
import type { Destination, Envelope } from './envelope.ts';
import { messageId } from './message-id.ts';

/** A message that passed every check; from here on it counts as sent. */
export interface Letter {
  readonly action: SendingAction;
  readonly envelope: Envelope;
  readonly destination: Destination;
  readonly tags: Tags;
  readonly content: Rendering;
  readonly template?: string;
  readonly raw?: Buffer;
}

interface Ending {
  readonly outcome: Outcome;
  readonly reason: string | undefined;
  /** What befalls the message, in order; the first at once, the others after the delivery time. */
  readonly story: readonly Happening[];
}

/** Stores the message, sets its events going, answers its id. */
export function accept(account: Account, letter: Letter): string {
  const now = account.clock();
  const id = messageId(now, account.random);
  const ending = endingOf(account, letter, id, now + account.settings.deliveryMilliseconds);
  const message = storedMessage(account, letter, id, now, ending);
  account.mailbox.add(message);
  account.folder?.add(message);
  account.onAccept?.(message);
  account.statistics.count('attempts');
  if (letter.envelope.configurationSet !== undefined && !account.events.idle)
    tell(account, message, ending.story);
  return id;
}

/** Events come from the configuration set of a message; one sent without a set leaves no trace. */
function tell(account: Account, message: StoredMessage, story: readonly Happening[]): void {
  story.forEach((happening, index) => {
    const due = message.acceptedAt + (index === 0 ? 0 : account.settings.deliveryMilliseconds);
    account.events.publish(composeEvent(account.place, message, happening, due, index), due);
  });
}

function storedMessage(
  account: Account,
  letter: Letter,
  id: string,
  now: number,
  ending: Ending,
): StoredMessage {
  const { envelope, destination, content } = letter;
  return {
    id,
    number: account.mailbox.nextNumber,
    action: letter.action,
    acceptedAt: now,
    from: envelope.from,
    to: destination.to,
    cc: destination.cc,
    bcc: destination.bcc,
    replyTo: envelope.replyTo,
    returnPath: envelope.returnPath,
    subject: content.outcome === 'rendered' ? content.subject : '',
    text: content.outcome === 'rendered' ? content.text : undefined,
    html: content.outcome === 'rendered' ? content.html : undefined,
    tags: letter.tags,
    configurationSet: envelope.configurationSet,
    template: letter.template,
    outcome: ending.outcome,
    reason: ending.reason,
    raw: letter.raw,
  };
}

/** The phrase every virus scanner knows. https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html */
const virus = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

function endingOf(account: Account, letter: Letter, id: string, at: number): Ending {
  const { content, raw, template = '' } = letter;
  if (content.outcome !== 'rendered') {
    const errorMessage = content.message;
    const failure: Happening = {
      eventType: 'Rendering Failure',
      failure: { errorMessage, templateName: template },
    };
    return { outcome: 'rendering failed', reason: errorMessage, story: [failure] };
  }
  if (raw?.includes(virus)) {
    account.statistics.count('rejects');
    const reject: Happening = { eventType: 'Reject', reject: { reason: 'Bad content' } };
    return { outcome: 'rejected', reason: 'SES found a virus in it', story: [reject] };
  }
  const suppressed = (address: string): boolean =>
    account.settings.suppression && account.suppressed.has(address.toLowerCase());
  const fates = letter.destination.addresses.map(({ mailbox }) => {
    const fate = fateOf(mailbox, suppressed, account.mailboxes);
    learn(account, mailbox, fate);
    return { address: mailbox, fate };
  });
  const timestamp = new Date(at).toISOString();
  const story = fates.flatMap(({ address, fate }) => happenings(fate, { address, messageId: id, timestamp }));
  const worst = fates.find(({ fate }) => fate !== 'delivers')?.fate ?? 'delivers';
  return {
    outcome: outcomeOf[worst],
    reason: reasonOf[worst],
    story: [{ eventType: 'Send', send: {} }, ...story],
  };
}

/**
 * A hard bounce or a complaint puts the address on the list of the account; the simulator's stay off it, and suppressed
 * mail counts for no rate. https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html
 */
function learn(account: Account, mailbox: string, fate: Fate): void {
  if (mailbox.toLowerCase().endsWith('@simulator.amazonses.com')) return;
  if (fate !== 'bounces' && fate !== 'complains') return;
  account.statistics.count(fate === 'bounces' ? 'bounces' : 'complaints');
  if (account.settings.suppression) account.suppressed.add(mailbox.toLowerCase());
}
