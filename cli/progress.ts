import { SingleBar } from 'cli-progress';

/** A progress bar on a terminal, a plain line elsewhere. Redrawn every 100 ms from a count that somebody else keeps. */
export interface Progress {
  start(total: number): void;
  stop(): void;
}

/** `count` is asked for the mails accepted so far. */
export function sendingProgress(count: () => number): Progress {
  const bar = new SingleBar({
    format: '  sending  {bar} {value}/{total} mails  {duration_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 40,
    hideCursor: true,
  });
  let timer: NodeJS.Timeout | null = null;
  let expected = 0;
  return {
    start: (total) => {
      if (timer !== null) return;
      expected = total;
      if (process.stdout.isTTY) bar.start(total, count());
      timer = setInterval(() => bar.update(count()), 100);
    },
    stop: () => {
      if (timer === null) return;
      clearInterval(timer);
      timer = null;
      bar.update(count());
      bar.stop();
      if (!process.stdout.isTTY)
        process.stdout.write(`  sending  ${'█'.repeat(40)} ${count()}/${expected} mails\n`);
    },
  };
}
