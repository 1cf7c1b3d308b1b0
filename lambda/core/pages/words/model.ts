import type { Significance } from '../../significance.ts';

/** How a posted version stands today, as readers need to know it. */
export type Standing = 'current' | 'upcoming' | 'superseded' | 'withdrawn';

/** Everything the pages say of their own accord, in one language. Dates arrive written out in that language. */
export interface PageWords {
  readonly skip: string;
  readonly pages: string;
  readonly allPolicies: string;
  readonly current: string;
  readonly history: string;
  readonly contents: string;
  readonly table: string;
  readonly linkTo: (heading: string) => string;
  readonly effective: (date: string) => string;
  readonly undated: string;
  readonly version: (number: number) => string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly significance: Readonly<Record<Significance, string>>;
  readonly baseline: string;
  readonly whatChanged: string;
  readonly permanent: string;
  /** On the page in force: a new version is on its way. */
  readonly comes: (date: string) => string;
  readonly readIt: string;
  readonly seeChanges: string;
  /** On the upcoming page. */
  readonly notYet: (date: string) => string;
  /** What became of an announced date, and why, as whoever decided it put it. */
  readonly postponed: (from: string, to: string) => string;
  readonly withdrawnOn: (date: string) => string;
  readonly reason: (text: string) => string;
  /** Why an announced version was withdrawn for a newer one; it stands behind the label of a reason. */
  readonly gaveWay: (newer: number) => string;
  readonly readCurrent: string;
  /** On a permanent copy. */
  readonly copy: (number: number) => string;
  readonly compareTitle: (document: string) => string;
  readonly compared: (older: string, newer: string) => string;
  readonly summary: string;
  readonly findings: (count: number) => string;
  readonly smallChanges: (count: number) => string;
  readonly noFindings: string;
  readonly before: string;
  readonly now: string;
  readonly added: string;
  readonly removed: string;
  /** Between two things of a list that may have commas in them. */
  readonly between: string;
  readonly why: string;
  /** Before each reason more. */
  readonly also: string;
  readonly basis: string;
  readonly inText: string;
  readonly everyChange: string;
  readonly legend: string;
  readonly historyTitle: (document: string) => string;
  readonly historyIntro: string;
  readonly posted: (date: string) => string;
  readonly announced: (date: string) => string;
  readonly noticeSubject: (subject: string) => string;
  readonly fullText: string;
  readonly subscribe: string;
  readonly fingerprint: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly indexTitle: (company: string) => string;
  readonly indexIntro: string;
  readonly genuine: string;
  readonly questions: string;
}
