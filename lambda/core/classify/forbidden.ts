import type { Comparison } from '../compare/model.ts';
import { damageOf } from '../document/damage.ts';
import type { Damage, PolicyDocument } from '../document/model.ts';

const readable: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es']);

/** Why the verdict may not be "minor", whatever the changes are; empty when nothing stands in the way. */
export function forbiddenOf({ old, new: fresh, degraded }: Comparison): string[] {
  const hides = bringsGarbling(old, fresh)
    ? (): boolean => true
    : ({ code }: Damage) => code !== 'mixed-encoding';
  const reasons = [...old.damage, ...fresh.damage]
    .filter((damage) => hides(damage) && !(damage.code === 'truncated' && endAlike(old, fresh)))
    .map(({ what }) => what);
  if (!readable.has(fresh.language)) {
    reasons.push(
      `The language of the text (${fresh.language}) is none of those whose words we know (${[...readable].join(', ')}).`,
    );
  }
  if (degraded)
    reasons.push(
      'The versions differ so much in places that the comparison stopped looking for what they share.',
    );
  return [...new Set(reasons)];
}

/** Do both texts end with the very same words? Then so the author left them, and no capture broke off. */
function endAlike(old: PolicyDocument, fresh: PolicyDocument): boolean {
  const [was, is] = [old, fresh].map(({ blocks }) => blocks.at(-1)?.text);
  return was !== undefined && was === is;
}

/** Does a block that is new or changed hold garbled words? Those that stand as they stood hide no change, and those that went are compared as read. */
function bringsGarbling(old: PolicyDocument, fresh: PolicyDocument): boolean {
  if (!fresh.damage.some(({ code }) => code === 'mixed-encoding')) return false;
  const kept = new Set(old.blocks.map(({ text }) => text));
  const blocks = fresh.blocks.filter(({ text }) => !kept.has(text));
  return damageOf('', { blocks, markup: '', hidden: false, limit: null }).some(
    ({ code }) => code === 'mixed-encoding',
  );
}
