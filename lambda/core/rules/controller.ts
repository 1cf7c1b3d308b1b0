import { cites } from './citations.ts';
import type { Change, Rule } from './model.ts';
import { differs, reads } from './predicates.ts';

const legalForm =
  /\b(?:inc|llc|ltd|limited|gmbh|ag|bv|b\.v|s\.a|sa|sas|s\.à r\.l|sarl|corp|corporation|plc|oy|ab|foundation|holdings?)\b/i;
const controllerTalk =
  /\b(?:controller|contracting party|operated by|provided by|published by|owned by|run by|managed by|on behalf of|imprint|impressum|agreement (?:between|with)|("|“)?(?:we|us)("|”)? (?:means|refers)|verantwortlich\w*|responsable)\b/i;

/** Words that are no terms give way to others that are none. */
function isNameSwap({ deleted, inserted, lost, gained, reordered }: Change): boolean {
  return (
    !reordered &&
    deleted.length > 0 &&
    inserted.length > 0 &&
    deleted.length <= 6 &&
    lost.length + gained.length === 0
  );
}

/** `Ashford Ltd` gives way to `Birchwood Ltd`: another company, wherever it stands. */
function isCompanySwap(change: Change): boolean {
  const company = (text: string): string | undefined =>
    /(\p{Lu}[\p{L}\d.-]+),? (?:Inc|LLC|Ltd|Limited|GmbH|AG|BV|SAS|SARL|Corp|Corporation|PLC|plc)\b/u.exec(
      text,
    )?.[1];
  const [from, to] = [company(change.before), company(change.after)];
  return isNameSwap(change) && from !== undefined && to !== undefined && from !== to;
}

/** Which company stands behind the policy. */
export const controllerRules = [
  {
    id: 'K13',
    kind: 'K13',
    title: 'Controller or contracting company changed',
    significance: 'significant',
    direction: 'adverse',
    reason: 'The company behind this policy changes: {shift}.',
    citations: [cites.wp29, cites.colorado, cites.opp],
    when: (change) =>
      change.aspect === 'wording' &&
      ((reads(change, controllerTalk) && (differs(change, legalForm) || isNameSwap(change))) ||
        isCompanySwap(change)),
    fires: { old: 'The controller is Ashford Inc.', new: 'The controller is Birch Holdings LLC.' },
    spares: { old: 'Ashford Inc. sells desks.', new: 'Ashford Inc. sells tables.' },
  },
] as const satisfies readonly Rule[];
