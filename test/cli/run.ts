import { run } from '../../cli/program.ts';

/** What a command line printed and ended with. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs a command line in this process, without colour, and gives its output instead of printing it. */
export async function policyNotice(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  process.env['NO_COLOR'] = '1';
  try {
    await run(['node', 'policy-notice', ...args]);
    return { out: out.join(''), err: err.join(''), code: Number(process.exitCode ?? 0) };
  } finally {
    process.exitCode = 0;
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
