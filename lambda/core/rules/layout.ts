import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { by } from './predicates.ts';

/** What every editorial row shares. */
export const base = { significance: 'minor', direction: 'neutral' } as const;
/** Is the change explained by one of the named transformations? */
export const named =
  (...names: readonly string[]) =>
  (change: Change): boolean =>
    by(change, ...names);

/** Navigation, headings, order, dates and markup. */
export const layoutRules = [
  {
    ...base,
    id: 'K03a',
    kind: 'K03',
    title: 'Navigation or contents',
    reason: 'An entry of a menu, breadcrumb or table of contents changes: "{said}".',
    citations: [cites.wp29, cites.p2b],
    when: named('navigation', 'page furniture', 'contents entry'),
    fires: {
      old: '# Policy\n\nWe store names.',
      new: '# Policy\n\n- [Careers](https://ashford.example/careers)\n\nWe store names.',
    },
    spares: { old: '# Policy\n\nWe store names.', new: '# Policy\n\n- Careers data\n\nWe store names.' },
  },
  {
    ...base,
    id: 'K03b',
    kind: 'K03',
    title: 'Heading wording',
    reason: 'The wording of a heading changes: {becomes}.',
    citations: [cites.wp29, cites.p2b],
    when: named('heading wording'),
    fires: {
      old: '# Policy\n\n## Basics\n\nWe store names.',
      new: '# Policy\n\n## The main points\n\nWe store names.',
    },
    spares: {
      old: '# Policy\n\n## Basics\n\nWe store names.',
      new: '# Policy\n\n## Residents of Germany\n\nWe store names.',
    },
  },
  {
    ...base,
    id: 'K04',
    kind: 'K04',
    title: 'Moved, renumbered or repeated',
    reason: 'The text is unchanged but stands elsewhere, has another number, or is no longer said twice.',
    citations: [cites.p2b],
    when: named(
      'moved unchanged',
      'numbering',
      'cross-reference number',
      'said elsewhere',
      'split or merged',
    ),
    fires: { old: '## 1. Names\n\nWe store names.', new: '## 2. Names\n\nWe store names.' },
    spares: { old: 'We keep 1 copy.', new: 'We keep 2 copies.' },
  },
  {
    ...base,
    id: 'K43',
    kind: 'K43',
    title: 'Link to a translation',
    reason: 'A link to the text in another language comes or goes: "{said}".',
    citations: [cites.wikimedia, cites.minnesota],
    when: named('translation link'),
    fires: { old: '# Policy\n\nWe store names.', new: '# Policy\n\n- [Deutsch](de.md)\n\nWe store names.' },
    spares: { old: '# Policy\n\nWe store names.', new: '# Policy\n\nWe store names in Deutschland.' },
  },
  {
    ...base,
    id: 'K06',
    kind: 'K06',
    title: 'Effective-date line added or taken out',
    reason: 'The line with the effective date, which is stamped when a version is posted, comes or goes.',
    citations: [cites.clause],
    when: (change) => by(change, 'metadata date') && change.op !== 'reworded',
    fires: { old: 'We store names.', new: 'We store names.\n\nEffective date: 3 March 2024' },
    spares: { old: 'Effective date: 3 March 2024', new: 'Effective date: 4 March 2024' },
  },
  {
    ...base,
    id: 'K08',
    kind: 'K08',
    title: 'Copyright year or review date',
    reason: 'Only the year of a copyright line changes.',
    citations: [cites.wp29],
    when: named('copyright year', 'copyright line'),
    fires: { old: '© 2023 Ashford Ltd', new: '© 2024 Ashford Ltd' },
    spares: { old: 'We were founded in 2023.', new: 'We were founded in 2024.' },
  },
  {
    ...base,
    id: 'K07',
    kind: 'K07',
    title: 'Date line',
    reason: 'Only the date line of the document changes.',
    citations: [cites.wp30, cites.clause],
    when: named('metadata date'),
    fires: { old: 'Last updated: January 3rd, 2017', new: 'Last updated: 3 March 2019' },
    spares: { old: 'Refunds end on 1 March 2024.', new: 'Refunds end on 1 January 2024.' },
  },
  {
    ...base,
    id: 'K03',
    kind: 'K03',
    title: 'Formatting',
    reason: 'Only markup changes: emphasis, heading level, list or table layout.',
    citations: [cites.wp29, cites.p2b],
    when: named('markup', 'markup attribute', 'markup escape', 'template tag', 'wiki mark', 'encoding'),
    fires: { old: 'We store **names**.', new: 'We store names.' },
    spares: { old: 'We store names.', new: 'We store only names.' },
  },
] as const satisfies readonly Rule[];
