import type { Env, MarkdownIt, Token } from 'markdown-it';
import { LimitReached } from './limited-tree.ts';

/** What reading one text may cost, in about microseconds; the policy that we know to need most needs a seventh of it. */
const budget = 250_000;
const costs = { line: 1, inline: 3, token: 4 } as const;

/** Counts what reading one text has cost so far; travels in the `env` of markdown-it. */
export class Effort {
  private spent = 0;

  spend(cost: number): void {
    this.spent += cost;
    this.allow(0);
  }

  /** Throws LimitReached when tokens that are made but not yet paid for exceed what is left. */
  allow(tokens: number): void {
    if (this.spent + tokens * costs.token > budget) throw new LimitReached('capped');
  }
}

/**
 * Brakes for markdown-it, which has none: lines looked at, places in a line looked at and tokens made are counted, so
 * that brackets, rows or quotes by the ten thousand stop it. Counted, never timed: the same text always ends the same way.
 */
export function brakes(markdown: MarkdownIt): void {
  const interrupting = ['paragraph', 'reference', 'blockquote', 'list'];
  markdown.block.ruler.before('table', 'brake', lineBrake, { alt: interrupting });
  markdown.core.ruler.after('block', 'brake', ({ env, tokens }) => {
    effortOf(env)?.spend(tokens.length * costs.token);
  });
  markdown.inline.ruler.before('text', 'brake', ({ env }) => {
    effortOf(env)?.spend(costs.inline);
    return false;
  });
}

/** A rule that never applies. */
function lineBrake({ env, tokens }: { readonly env: Env; readonly tokens: readonly Token[] }): false {
  effortOf(env)?.spend(costs.line);
  effortOf(env)?.allow(tokens.length);
  return false;
}

function effortOf({ effort }: Env): Effort | null {
  return effort instanceof Effort ? effort : null;
}
