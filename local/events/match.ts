import * as z from 'zod';
import type { EventPattern } from '../../lambda/core/events/routes.ts';
import { isBranch } from './branch.ts';

const prefix = z.object({ prefix: z.string() });

/**
 * Does an event match a pattern, as EventBridge sees it? Every field of the pattern must be there; a list means one of
 * its values, or of a list in the event. Knows values and prefixes, and throws ZodError at any other operator.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matches(pattern: EventPattern, event: unknown): boolean {
  return matchesBelow(pattern, event);
}

function matchesBelow(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) {
    const values: readonly unknown[] = [event].flat();
    return pattern.some((wanted) => values.some((value) => isWanted(wanted, value)));
  }
  if (!isBranch(pattern) || !isBranch(event)) return false;
  return Object.entries(pattern).every(([name, below]) => matchesBelow(below, event[name]));
}

function isWanted(wanted: unknown, value: unknown): boolean {
  if (typeof wanted === 'string') return wanted === value;
  return typeof value === 'string' && value.startsWith(prefix.parse(wanted).prefix);
}
