import type { Engine } from './engine.ts';
import type { HostilePair } from './hostile-pair.ts';
import { hostileMarkup } from './hostile-markup.ts';
import { hostileTexts } from './hostile-texts.ts';
import { medianMs, printTable, short } from './measure.ts';

/** Times reading and comparing 500 KB that are made to be slow, and prints the worst of all. */
export function benchHostile(engine: Engine): void {
  console.log('Hostile pairs of 500 KB, medians in ms, parse: one of the two texts; target: 500 together.');
  const rows = [...hostileTexts(), ...hostileMarkup()].map((pair) => oneRow(engine, pair));
  printTable(
    ['format', 'shape', 'parse', 'compare', 'together', ''],
    rows.map(({ cells }) => cells),
  );
  const worst = rows.reduce((a, b) => (b.together > a.together ? b : a));
  console.log(`Worst: ${worst.cells[1]}, ${short(worst.together)} ms.\n`);
}

function oneRow(
  engine: Engine,
  { shape, format, old, new: fresh }: HostilePair,
): { readonly together: number; readonly cells: readonly [string, string, ...string[]] } {
  const [a, b] = [engine.parse(old, format), engine.parse(fresh, format)];
  const parse = medianMs(() => engine.parse(old, format), 300);
  const compare = medianMs(() => engine.compare(a, b), 300);
  const said: readonly string[] = [
    ...new Set([...a.damage, ...b.damage].map(({ code }) => code)),
    ...(engine.compare(a, b).degraded ? ['degraded'] : []),
  ];
  const together = parse + compare;
  return {
    together,
    cells: [format, shape, short(parse), short(compare), short(together), said.join(', ')],
  };
}
