import type { DayParts } from '../calendar/day.ts';
import type { DateStyle } from './style.ts';
import type { NumberOrder } from './view.ts';

/**
 * A date as it stands in a text: the numbers it names (which may be no real day), how it is written, where it is.
 * `order` is null where words or a leading year leave no doubt which number is the month.
 */
export interface Reading extends DayParts {
  readonly style: DateStyle;
  readonly order: NumberOrder | null;
  readonly start: number;
  readonly end: number;
}
