import type { Format } from '../../lambda/core/document/model.ts';

/** Two texts of about 500 KB that are made to be slow to read or to compare. */
export interface HostilePair {
  readonly shape: string;
  readonly format: Format;
  readonly old: string;
  readonly new: string;
}
