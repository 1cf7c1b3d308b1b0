import { SingleBar } from 'cli-progress';

/** A progress bar on a terminal, a plain line elsewhere. Redrawn every 100 ms from a count that somebody else keeps. */
export interface Progress {
  /** `total`: how many there will be; null where nobody knows: then only the count so far is shown. */
  start(total: number | null): void;
  stop(): void;
}

/** `count` is asked for the mails accepted so far. */
export function sendingProgress(count: () => number): Progress {
  let bar: SingleBar | null = null;
  let timer: NodeJS.Timeout | null = null;
  let expected: number | null = null;
  return {
    start: (total) => {
      if (timer !== null) return;
      expected = total;
      const drawn = barFor(total);
      bar = drawn;
      if (process.stdout.isTTY) drawn.start(total ?? 0, count());
      timer = setInterval(() => drawn.update(count()), 100);
    },
    stop: () => {
      if (timer === null) return;
      clearInterval(timer);
      timer = null;
      bar?.update(count());
      bar?.stop();
      if (!process.stdout.isTTY) process.stdout.write(`  sending  ${lineOf(count(), expected)} mails\n`);
    },
  };
}

function barFor(total: number | null): SingleBar {
  const progress = total === null ? '{value}' : '{bar} {value}/{total}';
  return new SingleBar({
    format: `  sending  ${progress} mails  {duration_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 40,
    hideCursor: true,
  });
}

function lineOf(count: number, total: number | null): string {
  return total === null ? String(count) : `${'█'.repeat(40)} ${count}/${total}`;
}
