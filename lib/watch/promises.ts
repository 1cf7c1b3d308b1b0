/**
 * What is promised to customers, and what they experience when it is broken. One alarm each; `heading` is that of
 * docs/runbook.md, which says what the alarm means, where to look and what to do.
 */
export const promises = {
  finished: {
    heading: 'A run failed',
    customers:
      'A text that was published may not be on the site, or some of the customers it affects have not been told.',
  },
  complete: {
    heading: 'The totals do not add up',
    customers:
      'Some customers are affected by a change and are in no batch of its notice: they were not told.',
  },
  inTime: {
    heading: 'Customers were told too late',
    customers:
      'Some customers were told of a change fewer days before it applies than the law or the policy promises.',
  },
  everybody: {
    heading: 'Customers were not told',
    customers: 'A notice is finished, and some customers could not be mailed: they know of no change.',
  },
  started: {
    heading: 'A text never started a run',
    customers: 'A text was published and nothing happened: customers read the old one and are told nothing.',
  },
  decided: {
    heading: 'Approval is waiting',
    customers:
      'A change waits for a person: customers read the old text, and are told nothing, until somebody approves it.',
  },
  deliverable: {
    heading: 'Too many bounces',
    customers:
      'Notices come back undelivered: those customers know of no change, and SES may stop all mail of the account.',
  },
  welcome: {
    heading: 'Too many complaints',
    customers: 'Customers mark notices as spam, and SES may stop all mail of the account.',
  },
  calm: {
    heading: 'A notice was halted',
    customers:
      'Notices came back, were marked as spam or could not be rendered, so that sending was switched off: customers who have not been mailed wait for a person.',
  },
  heard: {
    heading: 'Events of SES were lost',
    customers:
      'SES has said what became of some notices, and it could not be written down: customers may count as told who were not.',
  },
  provable: {
    heading: 'Evidence is not kept',
    customers:
      'What SES says of the notices is written down late or not at all: customers whose mail is in doubt wait for a person, and nobody could prove later who was told.',
  },
  moving: {
    heading: 'Sending has stopped',
    customers:
      'A notice is under way and no customer has been mailed for three hours: the rest learn of the change late.',
  },
  swift: {
    heading: 'Sending is throttled',
    customers: 'Notices leave later than planned, and the systems of customers may be slow.',
  },
} as const satisfies Record<string, { readonly heading: string; readonly customers: string }>;

export type Promised = keyof typeof promises;

/** What an alarm says: what customers experience, and where in the runbook it goes on. */
export function alarmText(promised: Promised): string {
  const { heading, customers } = promises[promised];
  return `${customers} What to do: docs/runbook.md#${anchorOf(heading)}`;
}

/** The anchor of a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}
