import type { Whereabouts } from '../model.ts';

/** What a comparison says beside the policy's own words. */
export interface RedlineWords {
  readonly labels: Readonly<
    Record<'added' | 'removed' | 'reworded' | 'renumbered' | 'split' | 'merged' | 'moved' | 'asides', string>
  >;
  /** A name before what it names, without the space between them. */
  readonly label: (name: string) => string;
  readonly unchanged: (count: number) => string;
  /** Where a moved passage stood, and where it went, by how it is located. */
  readonly movedFrom: Readonly<Record<Whereabouts['relation'], (section: string) => string>>;
  readonly movedTo: Readonly<Record<Whereabouts['relation'], (section: string) => string>>;
  readonly start: string;
  readonly change: (number: number) => string;
  readonly next: string;
  readonly nothing: string;
  readonly link: (text: string) => string;
  readonly noLink: string;
  readonly itemNumber: string;
  readonly marks: Readonly<Record<'struck' | 'unstruck' | 'hidden' | 'unhidden', string>>;
}
