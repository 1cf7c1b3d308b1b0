/** When a scripted rule strikes; given together, all must hold. A rule without a trigger strikes every time. */
export interface Trigger {
  /** The nth match, from 1, counted since the rule was added. */
  readonly nth?: number | readonly number[];
  /** 0 to 1, drawn from the seeded generator of the server. */
  readonly probability?: number;
  /** Strikes at most so often. */
  readonly times?: number;
}

/** A 32-bit seeded generator (mulberry32): the same seed, the same faults. Answers 0 <= x < 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A list of rules that may be changed at any time, and which of them strike at a given subject. */
export class Script<Rule extends Trigger, Subject> {
  private rules: { readonly rule: Rule; seen: number; struck: number }[] = [];

  constructor(
    private readonly concerns: (rule: Rule, subject: Subject) => boolean,
    private readonly random: () => number,
  ) {}

  /** Adds a rule after the others; answers how to take it out again. */
  add(rule: Rule): () => void {
    const entry = { rule, seen: 0, struck: 0 };
    this.rules.push(entry);
    return () => {
      this.rules = this.rules.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.rules = [];
  }

  /** How often the rules have struck so far. */
  get struck(): number {
    return this.rules.reduce((sum, entry) => sum + entry.struck, 0);
  }

  /** The rules that strike now, in the order they were added. Counts. */
  strike(subject: Subject): readonly Rule[] {
    if (this.rules.length === 0) return [];
    const striking = this.rules.filter((entry) => {
      if (!this.concerns(entry.rule, subject)) return false;
      entry.seen += 1;
      const { nth, probability, times } = entry.rule;
      if (times !== undefined && entry.struck >= times) return false;
      if (nth !== undefined && !(typeof nth === 'number' ? nth === entry.seen : nth.includes(entry.seen)))
        return false;
      if (probability !== undefined && this.random() >= probability) return false;
      entry.struck += 1;
      return true;
    });
    return striking.map((entry) => entry.rule);
  }
}
