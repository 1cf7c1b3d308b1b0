/** A policy written for these tests: every kind of block, a table, nested lists, links, a date line at the bottom. */
export const firstPolicy = `# Privacy Policy

Fjordlight Hosting GmbH ("Fjordlight", "we") runs servers for small companies. This policy says which personal data we handle, why, and what you can do about it. It applies to everyone who has an account with us.

## What we collect

We collect the data that you give us when you open an account. Some of it we need, some of it helps us to help you:

- Your name, postal address and e-mail address
- Payment details, which our bank handles:
  - the account or card number
  - the name of its holder
- What you tell our support team

We do not buy data about you from others.

## What we use it for

| Data | Purpose | Legal basis |
|---|---|---|
| Name and address | Contract and invoices | GDPR art. 6(1)(b) |
| Access logs | Security and fault finding | GDPR art. 6(1)(f) |
| Support messages | Answering you | GDPR art. 6(1)(b) |

> We do not sell personal data. Not to anyone, not for any price.

## Who receives it

We use a bank in Germany and a printing office that posts our invoices. Both act on our instructions alone; the [list of processors](https://fjordlight.example/processors) names them.

## How long we keep it

We delete access logs after 30 days. Invoices are kept for ten years, because tax law says so. Everything else is deleted **within 14 days** after you close your account.

## Your rights

You may see, correct, take with you or delete your data. Write to [privacy@fjordlight.example](mailto:privacy@fjordlight.example) and we answer within one month.

You may object to any of this at any time, free of charge.

## Where it is stored

All servers stand in Kiel and Lübeck. Backups are encrypted before they leave the machine.

## Changes to this policy

This policy changes from time to time. Most changes are minor and are posted here. Significant changes are announced to you by e-mail at least 30 days before they apply.

## How to reach us

1. By e-mail: privacy@fjordlight.example
2. By post: Fjordlight Hosting GmbH, Am Kai 7, 24103 Kiel, Germany
3. By telephone on weekdays from 9 to 17

Effective Date: January 3rd, 2017
`;

const whereStored = `## Where it is stored

All servers stand in Kiel and Lübeck. Backups are encrypted before they leave the machine.

`;

/** The same, with changes of substance, a small change of wording, and a section that moved. */
export const secondPolicy = firstPolicy
  .replace('We collect the data that', 'We collect the information that')
  .replace('after 30 days. Invoices', 'after 90 days. Invoices')
  .replace(
    '## How long we keep it',
    'We may share usage figures with Brightwave Analytics, who compare them with those of other hosting companies.\n\n## How long we keep it',
  )
  .replace('You may object to any of this at any time, free of charge.\n\n', '')
  .replace('https://fjordlight.example/processors', 'https://brightwave.example/processors')
  .replace(whereStored, '')
  .replace('## What we use it for', `${whereStored}## What we use it for`)
  .replace('January 3rd, 2017', 'February 3rd, 2027');
