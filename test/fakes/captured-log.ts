import * as z from 'zod';

/** What the steps write to the log, line by line, since `captureLog` was called. */
export interface CapturedLog {
  lines(): string[];
  entries(): Record<string, unknown>[];
  /** Lets the log be as silent as before. */
  restore(): void;
}

const entry = z.record(z.string(), z.unknown());

/** Turns the log of steps that are loaded from now on, and keeps it to itself; everything else is printed as before. */
export function captureLog(): CapturedLog {
  const before = { ...process.env };
  Object.assign(process.env, { POWERTOOLS_LOG_LEVEL: 'INFO', POWERTOOLS_METRICS_DISABLED: 'false' });
  const found: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream, write } of streams)
    stream.write = (...args: unknown[]): boolean => {
      const [text] = args;
      if (typeof text !== 'string' || !text.startsWith('{')) return Reflect.apply(write, stream, args);
      found.push(...text.split('\n').filter((line) => line !== ''));
      return true;
    };
  return {
    lines: () => found,
    entries: () => found.map((line) => entry.parse(JSON.parse(line))),
    restore: () => {
      process.env = before;
      for (const { stream, write } of streams) stream.write = write;
    },
  };
}
