import { styleText } from 'node:util';
import type { Significance } from '../lambda/core/significance.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours text when the terminal shows colour and NO_COLOR is not set. */
export function paint(style: Style, text: string): string {
  return coloured() ? styleText(style, text) : text;
}

/** Are colours shown? Without them deletions and insertions carry marks of their own. */
export function coloured(): boolean {
  return (
    process.env['NO_COLOR'] === undefined &&
    (process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined)
  );
}

const tones = { none: 'dim', minor: 'green', review: 'yellow', significant: 'red' } as const satisfies Record<
  Significance,
  Style
>;

/** The word for a significance in its colour. */
export function paintSignificance(significance: Significance): string {
  return paint(['bold', tones[significance]], significance);
}

/** Struck text: red, or `[-…-]` without colour. */
export function paintDeleted(text: string): string {
  return coloured() ? paint(['red', 'strikethrough'], text) : `[-${text}-]`;
}

/** New text: green, or `{+…+}` without colour. */
export function paintInserted(text: string): string {
  return coloured() ? paint(['green', 'underline'], text) : `{+${text}+}`;
}
