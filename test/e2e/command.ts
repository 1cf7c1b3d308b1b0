import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Where and how a program runs; `env` is its whole environment. */
export interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds, after which it is ended. */
  readonly timeout?: number;
}

/** Runs a program to its end and returns its standard output. Throws with the end of all it printed when it fails. */
export function command(program: string, given: readonly string[], place: Place): Promise<string> {
  const { cwd, env, timeout = 180_000 } = place;
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    const late = setTimeout(() => signalGroup(child, 'SIGKILL'), timeout);
    const [printed, output]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk.toString());
      printed.push(chunk.toString());
    });
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      clearTimeout(late);
      if (code === 0) return resolve(output.join(''));
      const end = printed.join('').split('\n').slice(-40).join('\n');
      reject(new Error(`${program} ${given.join(' ')} ended with ${signal ?? code}:\n${end}`));
    });
  });
}

/** Ends every program that still runs, with those it started. */
export function endCommands(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

/** Signals a program that was started detached, with those it started; nothing happens when they have ended. */
export function signalGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
