import { seeded } from './generate.ts';
import type { HostilePair } from './hostile-pair.ts';

const bytes = 500_000;

/** Plain texts whose words, lines or paragraphs are slow to align. */
export function hostileTexts(): readonly HostilePair[] {
  return shapes().map(([shape, old, fresh]) => ({ shape, format: 'txt', old, new: fresh }));
}

function shapes(): readonly (readonly [name: string, old: string, fresh: string])[] {
  const line = (word: string) => word.repeat(bytes / word.length);
  const lines = (each: number, seed: number) => wordsOf(12, seed, bytes / 5).reduce(paragraphs(each), '');
  return [
    ['one line rewritten', wordsOf(4_000, 1).join(' '), wordsOf(4_000, 2).join(' ')],
    ['one line, 16 words', wordsOf(16, 1).join(' '), wordsOf(16, 2).join(' ')],
    ['one word repeated', line('a '), line('a b ')],
    ['one mark repeated', line('. '), line('. , ')],
    ['lines of one word', lines(1, 1), lines(1, 2)],
    ['lines of two words', lines(2, 1), lines(2, 2)],
    ['lines of six words', lines(6, 1), lines(6, 2)],
    ['paragraphs of 80 words', lines(80, 1), lines(80, 2)],
    [
      'one paragraph repeated',
      line('We may share data with partners.\n\n'),
      line('We may share data with our partners.\n\n'),
    ],
    ['all in reverse', ...reversed()],
    ['almost addresses', line('a@b.'), line('a@b. c@')],
    ['open template tags', line('{{ a '), line('{{ b ')],
    ['zero-width characters', line('a\u200b'), line('a\u200b b')],
  ];
}

function wordsOf(vocabulary: number, seed: number, count = bytes / 6): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => `w${Math.floor(random() * vocabulary)}`);
}

function paragraphs(each: number): (text: string, word: string, at: number) => string {
  return (text, word, at) => text + word + (at % each === each - 1 ? '\n\n' : ' ');
}

function reversed(): readonly [string, string] {
  const all = Array.from({ length: bytes / 40 }, (_, at) => `clause number ${at} of the whole agreement`);
  return [all.join('\n\n'), all.toReversed().join('\n\n')];
}
