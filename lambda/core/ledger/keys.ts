import * as z from 'zod/mini';
import { padVersion } from '../ids.ts';
import type { BatchKey } from './batch.ts';
import { padSeq } from './batch.ts';
import type { NoticeRef } from './meta.ts';

/** The primary key of an item of the notices table. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Prefixes and names of sort keys. */
export const sortKeys = {
  meta: 'META',
  control: 'CTL',
  preflight: 'PRE',
  mark: 'S#',
  batch: 'B#',
  exception: 'R#',
  evidence: 'E#',
  minute: 'F#',
} as const;

/** META, control item and segment marks lie together, so that one query shows where a notice stands. */
export function noticePartition({ policyId, version, correction = 0 }: NoticeRef): string {
  const announcement = `N#${policyId}#${padVersion(version)}`;
  return correction === 0 ? announcement : `${announcement}#C${correction}`;
}

/** Where people and steps say whether a notice runs. */
export function controlKey(notice: NoticeRef): ItemKey {
  return { pk: noticePartition(notice), sk: sortKeys.control };
}

/** What was checked before its first mail, beside META. */
export function preflightKey(notice: NoticeRef): ItemKey {
  return { pk: noticePartition(notice), sk: sortKeys.preflight };
}

/** Batches, exceptions and evidence of a segment: one writer, one partition. */
export function segmentPartition(notice: NoticeRef, segment: number): string {
  return `${noticePartition(notice)}#S${padSegment(segment)}`;
}

/** `S#03`, beside META. */
export function markKey(segment: number): string {
  return `${sortKeys.mark}${padSegment(segment)}`;
}

/** `F#2026-01-05T09:03`, beside META. */
export function minuteKey(minute: string): string {
  return `${sortKeys.minute}${minute}`;
}

/** `B#00000017r`. */
export function batchSortKey({ seq, suffix }: Pick<BatchKey, 'seq' | 'suffix'>): string {
  return `${sortKeys.batch}${padSeq(seq)}${suffix}`;
}

const batchName = z.string().check(z.regex(/^[BE]#\d{8}[a-z]*$/));

/** Back from its sort key (`B#…`, or `E#…` of its evidence). */
export function batchKeyOf(segment: number, sortKey: string): BatchKey {
  const name = batchName.parse(sortKey).slice(2);
  return { segment, seq: Number(name.slice(0, 8)), suffix: name.slice(8) };
}

function padSegment(segment: number): string {
  return String(segment).padStart(2, '0');
}
