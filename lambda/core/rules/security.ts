import { cites } from './citations.ts';
import type { Rule } from './model.ts';
import { lost, touched } from './predicates.ts';

/** What is promised on security. */
export const securityRules = [
  {
    id: 'K40',
    kind: 'K40',
    names: ['security'],
    title: 'Security statement weakened or removed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'A statement on security loses {lost}.',
    citations: [cites.ftc, cites.opp],
    when: (change) => lost(change, 'security'),
    fires: { old: 'Files are stored with encryption.', new: 'Files are stored with care.' },
    spares: { old: 'Files are stored with care.', new: 'Files are stored with encryption.' },
  },
  {
    id: 'K41',
    kind: 'K41',
    names: ['security'],
    title: 'Security described differently',
    significance: 'significant',
    direction: 'beneficial',
    reason: 'A security commitment is added: {gained}.',
    citations: [cites.telecoms],
    when: (change) => touched(change, 'security'),
    fires: { old: 'Files are stored with care.', new: 'Files are stored with encryption.' },
    spares: { old: 'Files are stored with encryption.', new: 'Files are stored with care.' },
  },
] as const satisfies readonly Rule[];
