import { strict as assert } from 'node:assert';

const started = Date.now();

/** Runs one step and prints a line for it: what it proved, its figure, and the seconds it took. */
export async function step<T>(
  title: string,
  act: (note: (figure: string) => void) => Promise<T>,
): Promise<T> {
  const from = Date.now();
  const figures: string[] = [];
  try {
    const result = await act((figure) => figures.push(figure));
    print(`✓ ${title.padEnd(58)} ${seconds(from).padStart(7)}  ${figures.join(', ')}`);
    return result;
  } catch (error) {
    print(`✗ ${title.padEnd(58)} ${seconds(from).padStart(7)}`);
    throw error;
  }
}

/** Prints a line. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Asks until there is an answer. Throws, naming what was waited for, when `limit` milliseconds have passed. */
export async function until<T>(
  what: string | (() => string),
  limit: number,
  ask: () => Promise<T | null>,
): Promise<T> {
  const last = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    const late = `${typeof what === 'string' ? what : what()}: not within ${limit / 1000} s`;
    assert.ok(Date.now() < last, late);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Seconds since `from` (epoch milliseconds), or since the start. */
export function seconds(from: number = started): string {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}
