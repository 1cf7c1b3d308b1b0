import type { Batch, PositionOutcome } from '../core/ledger/batch.ts';
import { tagsOf } from '../core/ledger/tags.ts';
import { actionOf, wholeCallCode } from '../core/outcome/classes.ts';
import type { RefusalCode } from '../core/outcome/classes.ts';
import type { Call, CallOutcome, Mail } from '../core/outcome/mailer.ts';
import type { Permit } from './permit.ts';
import type { Assignment } from './ports.ts';

/** What became of one attempt. `whole`: the code and words of a call that was refused as such, before any mail. */
export interface Transmission {
  readonly outcomes: readonly PositionOutcome[];
  readonly whole: { readonly code: RefusalCode; readonly message: string } | null;
}

const gone: RefusalCode = 'Gone';
const notTried: RefusalCode = 'NotTried';

/** Sends a claimed batch once. `mails` has one entry a position, null for a recipient who has left meanwhile. */
export async function transmit(
  assignment: Assignment,
  permit: Permit,
  batch: Batch,
  mails: readonly (Mail | null)[],
): Promise<Transmission> {
  const present = mails.filter((mail) => mail !== null);
  if (present.length === 0) return { outcomes: mails.map(() => ({ code: gone })), whole: null };
  if (!(await permit.look())) return { outcomes: mails.map(() => ({ code: notTried })), whole: null };
  const call = callFor(assignment, batch, present);
  const { outcomes, whole } =
    permit.transport === 'bulk'
      ? spread(await assignment.mailer.bulk(call), present.length)
      : await oneByOne(assignment, permit, call);
  const answers = outcomes.values();
  return {
    outcomes: mails.map((mail) => (mail === null ? { code: gone } : (answers.next().value ?? null))),
    whole,
  };
}

function callFor({ meta }: Assignment, batch: Batch, mails: readonly Mail[]): Call {
  return {
    template: meta.templates[batch.language] ?? Object.values(meta.templates)[0] ?? '',
    tags: tagsOf(meta, batch),
    mails,
  };
}

/** One outcome for each mail of the call. */
function spread(outcome: CallOutcome, mails: number): Transmission {
  switch (outcome.kind) {
    case 'answered':
      return { outcomes: outcome.outcomes, whole: null };
    case 'unknown':
      return { outcomes: Array<null>(mails).fill(null), whole: null };
    case 'refused': {
      const code = wholeCallCode(outcome.code);
      const message = `${outcome.code}: ${outcome.message}`;
      return { outcomes: Array.from({ length: mails }, () => ({ code })), whole: { code, message } };
    }
    default:
      return outcome satisfies never;
  }
}

/** One call a mail, for accounts that may make few bulk calls; ends early when the account itself is the trouble. */
async function oneByOne({ mailer }: Assignment, permit: Permit, call: Call): Promise<Transmission> {
  const outcomes: PositionOutcome[] = [];
  for (const mail of call.mails) {
    if (outcomes.length > 0 && !(await permit.grantNext())) break;
    const { outcomes: one, whole } = spread(await mailer.single({ ...call, mails: [mail] }), 1);
    outcomes.push(one[0] ?? null);
    if (whole === null || actionOf(whole.code) === 'except') continue;
    const rest = call.mails.slice(outcomes.length).map(() => ({ code: whole.code }));
    return { outcomes: [...outcomes, ...rest], whole: outcomes.length === 1 ? whole : null };
  }
  return {
    outcomes: call.mails.map((_, i) => (i < outcomes.length ? (outcomes[i] ?? null) : { code: notTried })),
    whole: null,
  };
}
