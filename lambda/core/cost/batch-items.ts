import { batchSortKey, segmentPartition } from '../ledger/keys.ts';
import { parsePolicyId } from '../ids.ts';
import { itemSize, writeUnits } from '../ledger/size.ts';

/** Bytes of one batch item, when it is claimed and when SES has answered for all of it, and the write units of both. */
export interface BatchItemCost {
  readonly claimBytes: number;
  readonly recordBytes: number;
  readonly claimUnits: number;
  readonly recordUnits: number;
}

const uuid = '00000000-0000-0000-0000-000000000000';
const notice = { policyId: parsePolicyId('terms-of-service'), version: 7 };
const idBytes = 16;
const messageIdBytes = 27;

/** A batch item of `mails` recipients as the ledger writes it, with keys, owner and customer ids of usual length. */
export function batchItemCost(mails: number): BatchItemCost {
  const claim = {
    pk: segmentPartition(notice, 3),
    sk: batchSortKey({ seq: 1000, suffix: '' }),
    st: 'C',
    o: uuid,
    a: 1,
    t: 1_800_000_000_000,
    l: 'en',
    e: uuid,
    w: 1000,
    v: 1000,
    i: new Uint8Array(idBytes * mails),
  };
  const claimBytes = itemSize(claim);
  const recordBytes = itemSize({ ...claim, m: new Uint8Array(1 + messageIdBytes * mails) });
  return {
    claimBytes,
    recordBytes,
    claimUnits: writeUnits(claimBytes),
    recordUnits: writeUnits(recordBytes),
  };
}

/** Write units a recipient costs in the ledger when calls have so many. */
export function writeUnitsPerRecipient(mails: number): number {
  const { claimUnits, recordUnits } = batchItemCost(mails);
  return (claimUnits + recordUnits) / mails;
}
