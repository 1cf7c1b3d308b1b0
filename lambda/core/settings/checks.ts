/**
 * What is asked of SES before the first customer is mailed. identity: the sender's domain is verified, and signs by
 * DKIM; configuration-set: it is there and may send; sending: the account may send; quota: the account is out of the
 * sandbox; canary: the event of a test mail comes back to us. A stage other than production may skip some.
 */
export const checkNames = ['identity', 'configuration-set', 'sending', 'quota', 'canary'] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * Where the test mail goes, and the only address its sender may write to: SES takes it, delivers it to nobody and
 * counts it against no daily quota. https://docs.aws.amazon.com/ses/latest/DeveloperGuide/mailbox-simulator.html
 */
export const canaryRecipient = 'success@simulator.amazonses.com';
