/** What AWS asks for one unit, in US dollars. */
export interface Price {
  readonly dollars: number;
  readonly unit: string;
  readonly source: string;
  /** Month for which it is taken to hold. */
  readonly date: string;
}

/** Region of every price below. */
export const pricedRegion = 'us-east-1';

const date = '2026-11';
const million = 1_000_000;
const gigabyte = 'GB';

/** List prices, without free tiers and taxes. */
export const prices = {
  readUnit: {
    dollars: 0.125 / million,
    unit: 'read unit',
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    date,
  },
  writeUnit: {
    dollars: 0.625 / million,
    unit: 'write unit',
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    date,
  },
  tableStorage: {
    dollars: 0.25,
    unit: gigabyte,
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    date,
  },
  tableBackup: {
    dollars: 0.2,
    unit: gigabyte,
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    date,
  },
  lambda: { dollars: 0.0000133334, unit: 'GB-s', source: 'https://aws.amazon.com/lambda/pricing/', date },
  invocation: {
    dollars: 0.2 / million,
    unit: 'request',
    source: 'https://aws.amazon.com/lambda/pricing/',
    date,
  },
  transition: {
    dollars: 25 / million,
    unit: 'transition',
    source: 'https://aws.amazon.com/step-functions/pricing/',
    date,
  },
  stream: { dollars: 0.029, unit: gigabyte, source: 'https://aws.amazon.com/firehose/pricing/', date },
  objectWrite: {
    dollars: 5 / million,
    unit: 'object',
    source: 'https://aws.amazon.com/s3/pricing/',
    date,
  },
  queueRequest: {
    dollars: 0.4 / million,
    unit: 'request',
    source: 'https://aws.amazon.com/sqs/pricing/',
    date,
  },
  key: { dollars: 1, unit: 'key', source: 'https://aws.amazon.com/kms/pricing/', date },
  alarmMetric: { dollars: 0.1, unit: 'metric', source: 'https://aws.amazon.com/cloudwatch/pricing/', date },
  dashboard: { dollars: 3, unit: 'dashboard', source: 'https://aws.amazon.com/cloudwatch/pricing/', date },
  objectStorage: { dollars: 0.023, unit: gigabyte, source: 'https://aws.amazon.com/s3/pricing/', date },
} as const satisfies Record<string, Price>;

const ses = 'https://aws.amazon.com/ses/pricing/';

/**
 * What SES asks for a mail, by pricing plan of the account. Accounts opened since July 2026 are on `essentials` until
 * somebody calls PutAccountPricingAttributes with the plan NONE.
 */
export const mailPrices = {
  none: { dollars: 0.1 / 1000, unit: 'mail', source: ses, date },
  essentials: { dollars: 0.16 / 1000, unit: 'mail', source: `${ses} (as retold by third parties)`, date },
} as const satisfies Record<string, Price>;
export type Plan = keyof typeof mailPrices;
