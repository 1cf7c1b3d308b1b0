import type { Command } from 'commander';
import { BadInput } from '../lambda/core/errors.ts';

/** Who decides, and why: recorded with whatever was decided. */
export interface PersonOptions {
  readonly by: string;
  readonly reason?: string;
}

/** A person, as far as they are recorded. */
export interface Person {
  readonly by: string;
  readonly reason: string;
}

/** Adds the options that say who decides and why. */
export function personOptions(
  command: Command,
  { reasonNeeded }: { readonly reasonNeeded: boolean },
): Command {
  command.requiredOption('--by <name>', 'who decides this; it is recorded');
  return reasonNeeded
    ? command.requiredOption('--reason <text>', 'why; it is recorded')
    : command.option('--reason <text>', 'why; it is recorded');
}

/** Throws BadInput for an empty name, or what is too long to be a name or a reason. */
export function personOf({ by, reason = '' }: PersonOptions): Person {
  return { by: line('--by', by, 100), reason: reason === '' ? '' : line('--reason', reason, 1000) };
}

function line(option: string, text: string, longest: number): string {
  const words = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  if (words !== '' && words.length <= longest) return words;
  throw new BadInput(
    `${option} must have 1 to ${longest} characters.`,
    'It is kept with the decision, for whoever asks later.',
  );
}
