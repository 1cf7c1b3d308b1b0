import { BadSettings } from '../errors.ts';
import { inEnglish } from '../in-english.ts';
import { settingsSchema } from './schema.ts';
import type { Settings } from './settings.ts';

/** Throws BadSettings naming every wrong path and what to write there. */
export function parseSettings(input: unknown): Settings {
  const parsed = settingsSchema.safeParse(input, inEnglish);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${place(issue.path)}: ${issue.message}`);
  throw new BadSettings(
    `The settings are wrong in ${lines.length} place(s):\n${lines.join('\n')}\n`,
    'Correct them in policy-notice.config.ts; the comments there say what each setting means.',
  );
}

function place(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(the whole file)' : path.map(String).join('.');
}
