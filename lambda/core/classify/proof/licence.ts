import type { Comparison } from '../../compare/model.ts';
import type { TermClass } from '../../lexicon/model.ts';
import type { Step } from '../../rules/model.ts';
import { holds } from './terms-held.ts';

/** May the step be taken in this comparison? Each answer is worked out anew from the texts of the step. */
export type Licence = (step: Step, comparison: Comparison) => boolean;

/** Classes of words that turn a statement around. */
export const turning: readonly TermClass[] = ['negation', 'modal', 'money', 'remedy'];
/** Classes of words that no rewording may bring or take. */
export const hard: readonly TermClass[] = [
  'negation',
  'modal',
  'time',
  'number',
  'money',
  'right',
  'remedy',
  'security',
  'sensitive',
  'ai',
  'jurisdiction',
  'data',
  'party',
  'purpose',
  'conduct',
  'termination',
  'eligibility',
  'licence',
];

/** Any step of that name. */
export const free: Licence = () => true;
/** No term of these classes stands in the step. */
export const without =
  (classes: readonly TermClass[]): Licence =>
  ({ old, new: fresh }) =>
    [old, fresh].every((text) => !holds(text, classes));
/** Nothing but such words comes or goes. */
export const only =
  (words: RegExp): Licence =>
  ({ old, new: fresh }) =>
    [old, fresh].every((text) => text === '' || words.test(text));
