/**
 * A sending event as EventBridge hands it over: envelope and detail.
 * https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export interface SesEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': DetailType;
  readonly source: 'aws.ses';
  readonly account: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: SesEventDetail;
}

export const detailTypes = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Reject: 'Email Rejected',
  'Rendering Failure': 'Email Rendering Failed',
  DeliveryDelay: 'Email Delivery Delayed',
} as const;
export type EventType = keyof typeof detailTypes;
export type DetailType = (typeof detailTypes)[EventType];

export interface SesMail {
  readonly timestamp: string;
  readonly source: string;
  readonly sourceArn: string;
  readonly sendingAccountId: string;
  readonly messageId: string;
  readonly destination: readonly string[];
  readonly headersTruncated: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly commonHeaders: Readonly<Record<string, string | readonly string[]>>;
  /** Our tags and those of SES itself (`ses:configuration-set` …), each a list. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What happened; exactly one of these goes with each event type. */
export type Happening =
  | { readonly eventType: 'Send'; readonly send: Readonly<Record<string, never>> }
  | { readonly eventType: 'Delivery'; readonly delivery: Delivery }
  | { readonly eventType: 'Bounce'; readonly bounce: Bounce }
  | { readonly eventType: 'Complaint'; readonly complaint: Complaint }
  | { readonly eventType: 'Reject'; readonly reject: { readonly reason: string } }
  | {
      readonly eventType: 'Rendering Failure';
      readonly failure: { readonly errorMessage: string; readonly templateName: string };
    }
  | { readonly eventType: 'DeliveryDelay'; readonly deliveryDelay: DeliveryDelay };

export type SesEventDetail = Happening & { readonly mail: SesMail };

export interface Delivery {
  readonly timestamp: string;
  readonly processingTimeMillis: number;
  readonly recipients: readonly string[];
  readonly smtpResponse: string;
  readonly reportingMTA: string;
}

export interface Bounce {
  readonly bounceType: 'Permanent' | 'Transient';
  readonly bounceSubType: 'General' | 'Suppressed' | 'OnAccountSuppressionList' | 'MailboxFull';
  readonly bouncedRecipients: readonly {
    readonly emailAddress: string;
    readonly action: string;
    readonly status: string;
    readonly diagnosticCode: string;
  }[];
  readonly timestamp: string;
  readonly feedbackId: string;
  readonly reportingMTA: string;
}

export interface Complaint {
  readonly complainedRecipients: readonly { readonly emailAddress: string }[];
  readonly timestamp: string;
  readonly feedbackId: string;
  readonly userAgent: string;
  readonly complaintFeedbackType: 'abuse';
  readonly arrivalDate: string;
}

export interface DeliveryDelay {
  readonly delayType: 'TransientCommunicationFailure';
  readonly delayedRecipients: readonly {
    readonly emailAddress: string;
    readonly status: string;
    readonly diagnosticCode: string;
  }[];
  readonly timestamp: string;
  readonly expirationTime: string;
}
