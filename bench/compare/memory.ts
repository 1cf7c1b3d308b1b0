import { spawnSync } from 'node:child_process';

const program = `
const { engine } = require(process.argv[1]);
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const warm = engine.parse('# A\\n\\nWe keep data.', 'md');
engine.compare(warm, warm);
const [old, fresh] = texts.map((text) => engine.parse(text, 'md'));
gc();
const before = process.memoryUsage();
let peak = 0;
const comparison = engine.compare(old, fresh);
const after = process.memoryUsage();
gc();
const held = process.memoryUsage();
const total = (use) => use.heapUsed + use.arrayBuffers;
console.log(JSON.stringify({ peak: total(after) - total(before), held: total(held) - total(before), kept: comparison.alignments.length }));
`;

/** Extra memory of one comparison in a fresh process, in MB: what was allocated and not yet collected, and what the result holds. */
export function memoryOf(
  bundle: string,
  old: string,
  fresh: string,
): { readonly peak: number; readonly held: number } {
  const { stdout } = spawnSync('node', ['--expose-gc', '-e', program, bundle], {
    input: JSON.stringify([old, fresh]),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { peak, held }: { peak: number; held: number } = JSON.parse(stdout);
  return { peak: peak / 1e6, held: held / 1e6 };
}
