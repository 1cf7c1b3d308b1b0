import type { Change } from '../rules/model.ts';
import { isKnownWord } from './editorial/known-words.ts';

/** `lit. f` of an article, `5 GB`: what is referred to or counted. */
export function isCounted({ written: { deleted, inserted }, before, after }: Change): boolean {
  const words = `${deleted} ${inserted}`;
  return (
    /\p{Nd}/u.test(words) ||
    (/(?:^| )\p{L}(?= |$)/u.test(words) &&
      /\b(?:art|lit|para|article|section|sec)\b/i.test(`${before} ${after}`))
  );
}

/** `by Ashford`: a name behind the text or the service. */
export function namesMaker({ names, before, after }: Change): boolean {
  return names.some((name) =>
    new RegExp(`\\b(?:by|von|par|por) (?:the )?${escaped(name)}`, 'u').test(`${before}\n${after}`),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const negating = /^(?:un|in|im|ir|non-?|dis)(?=\p{L}{4})/u;

/** `Unverified` or `inactive` comes or goes: one kind of things and not the other. */
export function isTurnedKind({ deleted, inserted, op }: Change): boolean {
  const isNegated = (word: string): boolean => negating.test(word) && isKnownWord(word.replace(negating, ''));
  return op === 'reworded' && [...deleted, ...inserted].some(isNegated);
}

/** `your city`: the thing itself that is taken, kept or granted. */
export function isOwned(text: string, word: string): boolean {
  return new RegExp(`\\b(?:your|their|his|her|users?['’]s?) (?:[\\p{L}-]+ )?${escaped(word)}`, 'iu').test(
    text,
  );
}
