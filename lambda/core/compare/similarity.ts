import type { Coded, Vocabulary } from './vocabulary.ts';

/** The words of a block as a sorted multiset, with their total weight. */
export interface Bag {
  readonly words: Int32Array;
  readonly weight: number;
}

/**
 * Weighs words by how rare they are among some blocks (inverse document frequency), so that sharing "arbitration"
 * counts for more than sharing "the". Punctuation counts for nothing.
 */
export class Weights {
  private readonly weightOf: Float64Array;

  /** All texts must have been coded before: the weights cover the vocabulary as it stands. */
  constructor(blocks: readonly Coded[], vocabulary: Vocabulary) {
    const seenIn = new Int32Array(vocabulary.size).fill(-1);
    const frequency = new Int32Array(vocabulary.size);
    blocks.forEach(({ keys }, block) => {
      for (const key of keys) {
        if (seenIn[key] === block) continue;
        seenIn[key] = block;
        frequency[key] = (frequency[key] ?? 0) + 1;
      }
    });
    this.weightOf = Float64Array.from(frequency, (count, key) =>
      vocabulary.isWord(key) ? Math.log(1 + (blocks.length + 1) / (count + 1)) : 0,
    );
  }

  bag(coded: Coded): Bag {
    const words = coded.keys.slice().sort();
    let weight = 0;
    for (const word of words) weight += this.weightOf[word] ?? 0;
    return { words, weight };
  }

  /** Weight of the words that two bags share. */
  shared(a: Bag, b: Bag): number {
    let sum = 0;
    let i = 0;
    let j = 0;
    while (i < a.words.length && j < b.words.length) {
      const left = a.words[i] ?? 0;
      const right = b.words[j] ?? 0;
      if (left === right) {
        sum += this.weightOf[left] ?? 0;
        i++;
        j++;
      } else if (left < right) i++;
      else j++;
    }
    return sum;
  }

  /** Dice coefficient, 0..1; 0 when neither has words. */
  dice(a: Bag, b: Bag): number {
    const total = a.weight + b.weight;
    return total === 0 ? 0 : (2 * this.shared(a, b)) / total;
  }
}

/** The words of several bags together. */
export function union(bags: readonly Bag[]): Bag {
  const words = new Int32Array(bags.reduce((sum, bag) => sum + bag.words.length, 0));
  let at = 0;
  let weight = 0;
  for (const bag of bags) {
    words.set(bag.words, at);
    at += bag.words.length;
    weight += bag.weight;
  }
  return { words: words.sort(), weight };
}
