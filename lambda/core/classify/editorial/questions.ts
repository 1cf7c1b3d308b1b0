import type { Change } from '../../rules/model.ts';

const asks = /^\W*(?:\d+(?:\.\d+)*\W+)?(?:what|how|why|when|where|who|which|whose)\b[^.!?]{0,120}\?\W*$/i;
/** Of these a question may name one more or one fewer; anything else it asks for, the answer grants. */
const light: ReadonlySet<string> = new Set(['actor', 'data', 'condition']);

/** So many words may come or go; none may take the place of another, which the answer behind it would then answer. */
const mostWords = 2;

/** `When is it getting deleted?` and `When is it deleted?`: what the text asks itself before it answers, with the same matter in it. */
export function isQuestionReworded({ before, after, deleted, inserted, lost, gained }: Change): boolean {
  return (
    asks.test(before) &&
    asks.test(after) &&
    (deleted.length === 0 || inserted.length === 0) &&
    deleted.length + inserted.length <= mostWords &&
    [...lost, ...gained].every((term) => light.has(term.class))
  );
}
