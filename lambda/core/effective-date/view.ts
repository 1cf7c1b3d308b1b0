import type { DateLanguage } from '../calendar/languages.ts';

/**
 * A text as written and as a reader sees it, of the same length: in `visible`, markup is blanked with spaces and the
 * places where a block ends are newlines, so that an offset in one is an offset in the other.
 */
export interface View {
  readonly source: string;
  readonly visible: string;
}

/** Day first or month first, where a date is written in numbers with the year last. */
export type NumberOrder = 'dmy' | 'mdy';

/** What the surroundings tell about how dates are written here. */
export interface DateHints {
  readonly language: DateLanguage | null;
  readonly order: NumberOrder | null;
}

export const noHints: DateHints = { language: null, order: null };

/** Matches a sticky pattern at an offset of the visible text. */
export function matchAt(view: View, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(view.visible);
}
