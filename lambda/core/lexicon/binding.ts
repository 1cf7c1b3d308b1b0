import type { TermClass } from './model.ts';

/** What a policy is about: whoever changes a sentence that speaks of one of these may change what somebody is bound to. */
export const bindingSubjects: readonly TermClass[] = [
  'data',
  'sensitive',
  'practice',
  'purpose',
  'ai',
  'party',
  'right',
  'basis',
  'security',
  'transfer',
  'retention',
  'remedy',
  'money',
  'termination',
  'licence',
  'conduct',
  'eligibility',
  'binding',
];
