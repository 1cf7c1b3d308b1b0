/** One way to change a sentence: the new sentence, or null where it has no hold; `truth` says what the change is worth. */
export interface Mutation {
  readonly kind: string;
  readonly truth: 'significant' | 'minor';
  readonly apply: (sentence: string) => string | null;
}

/** Replaces the first match; null where there is none or nothing changes. */
export function swap(pattern: RegExp, to: string | ((match: string) => string)): Mutation['apply'] {
  return (sentence) => {
    const out = typeof to === 'string' ? sentence.replace(pattern, to) : sentence.replace(pattern, to);
    return out === sentence ? null : out;
  };
}

/** Ways of one kind that readers would want to be told of. */
export const significant = (kind: string, ...ways: readonly Mutation['apply'][]): Mutation[] =>
  ways.map((apply) => ({ kind, truth: 'significant', apply }));
/** Ways of one kind that leave the meaning alone. */
export const minor = (kind: string, ...ways: readonly Mutation['apply'][]): Mutation[] =>
  ways.map((apply) => ({ kind, truth: 'minor', apply }));
