import * as z from 'zod';
import type { Slice } from '../../lambda/contract.ts';

/** Who mails: our sender, a loop of one SendEmail a customer, or "fetch 50, send them, sleep a second". */
export const contenders = ['sender', 'loop', 'page'] as const;
export type Contender = (typeof contenders)[number];

/** What a child process is told to do. */
export interface Task {
  readonly who: Contender;
  readonly dynamoDb: string;
  readonly ses: string;
  readonly slice: Slice;
  /** Peers stop after this long: they are as slow at the end as at the beginning. */
  readonly seconds: number;
}

/** Read and write units of DynamoDB, and the calls they come from. */
const units = z.object({
  writes: z.number(),
  writeUnits: z.number(),
  engineWriteUnits: z.number(),
  scanUnits: z.number(),
  otherReads: z.number(),
  otherReadUnits: z.number(),
});
export type Units = z.infer<typeof units>;

const done = z.object({
  calls: z.number(),
  accepted: z.number(),
  /** Mails that SES refused for being too fast, as the caller saw it. */
  throttled: z.number(),
  /** Mails that were neither accepted nor tried again. */
  lost: z.number(),
});
export type Done = z.infer<typeof done>;

/** What a child says when it is done. Megabytes of resident memory; seconds of processor time, user and system. */
export const outcome = done.extend({
  seconds: z.number(),
  processor: z.number(),
  peakMegabytes: z.number(),
  /** The most in the first half of the time. */
  halfwayMegabytes: z.number(),
  units,
});
export type Outcome = z.infer<typeof outcome>;

export const names = {
  tables: { archive: 'archive', customers: 'customers', notices: 'notices' },
  configurationSet: 'bench',
  sender: { address: 'privacy@notices.tern.example', displayName: 'Tern Mail' },
  template: 'notice-terms-2',
  region: 'us-east-1',
} as const;

/** For both SDK clients: nothing here can reach an account. */
export const nowhere = {
  region: names.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};
