/** Everything a notice says of its own accord, in one language. Dates arrive written out in that language. */
export interface NoticeWords {
  readonly subject: (company: string, document: string, date: string) => string;
  readonly heading: (document: string, date: string) => string;
  /** Around the recipient's name. */
  readonly greeting: readonly [before: string, after: string];
  /** Stands for the name of a customer who gave none. */
  readonly someone: string;
  readonly why: (company: string, document: string) => string;
  readonly applies: (date: string) => string;
  /** Until the new version applies; `previous` is the date of the present one, when it has one. */
  readonly until: (previous: string | null) => string;
  readonly changes: string;
  readonly before: string;
  readonly now: string;
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
  readonly start: string;
  /** The place of what is said of the document as such. */
  readonly whole: string;
  readonly more: (count: number) => string;
  readonly moreMinor: (count: number) => string;
  readonly quotedIn: (language: string) => string;
  readonly choices: string;
  readonly read: string;
  readonly compare: string;
  readonly history: string;
  readonly ask: string;
  /** `date` is null when the new version applies already. */
  readonly leave: (date: string | null) => string;
  readonly account: (host: string) => string;
  /** Names of languages that policies are written in, by code. */
  readonly languages: Readonly<Record<string, string>>;
}

/**
 * What a correction says beside what every notice says. Dates arrive written out: `from` is the one announced before,
 * `to` the new one, `previous` that of the version in force, when it has one.
 */
export interface CorrectionWords {
  readonly subject: {
    readonly postponed: (company: string, document: string, to: string) => string;
    readonly withdrawn: (company: string, document: string, from: string) => string;
  };
  readonly heading: {
    readonly postponed: (document: string, to: string) => string;
    readonly withdrawn: (document: string, from: string) => string;
  };
  readonly why: (company: string, document: string, from: string) => string;
  readonly postponed: (from: string, to: string) => string;
  readonly withdrawn: (from: string) => string;
  readonly inForce: (previous: string | null) => string;
  /** Heads the sentence that says what else is different: nothing. */
  readonly meaning: string;
  readonly otherwiseSame: string;
  readonly nothingToDo: string;
  readonly readInForce: string;
  readonly readWithdrawn: string;
}
