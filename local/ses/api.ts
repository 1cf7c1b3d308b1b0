import type { Account } from './account/account.ts';
import { CallLimits } from './actions/call-limits.ts';
import { actions, isActionName, type ActionName } from './actions/table.ts';
import { faultScript, isCarriedOut, scriptedRefusals, type Fault, type FaultScript } from './faults.ts';
import { SesError } from './protocol/error.ts';
import { Query } from './protocol/query.ts';
import { answer, refusal } from './protocol/xml.ts';
import { uuid } from './send/message-id.ts';

/** What goes back over the wire, or how the connection ends instead. */
export type ApiAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly requestId: string;
      readonly after: number;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

/** The Query protocol over an account, with the fault script in between; knows nothing of sockets. */
export class SesApi {
  readonly faults: FaultScript;
  /** Calls seen by action, whatever became of them; `InvalidAction` gathers the unknown. */
  readonly calls: Partial<Record<ActionName | 'InvalidAction', number>> = {};
  /** Whole calls refused, by error code. */
  readonly refusals: Record<string, number> = {};
  private readonly limits: CallLimits;

  constructor(private readonly account: Account) {
    this.faults = faultScript(account.random);
    this.limits = new CallLimits(account);
  }

  async handle(form: string): Promise<ApiAnswer> {
    const requestId = uuid(this.account.random);
    const query = Query.parse(form);
    const action = query.text('Action') ?? '';
    if (!isActionName(action)) {
      this.count('InvalidAction');
      return this.refuse(unknownAction(action), requestId);
    }
    this.count(action);
    const faults = this.faults.strike({ action, query }).map((rule) => rule.fault);
    const outcome = isCarriedOut(faults) ? await this.carryOut(action, query, faults, requestId) : undefined;
    return this.spoil(faults, outcome, requestId);
  }

  private async carryOut(
    action: ActionName,
    query: Query,
    faults: readonly Fault[],
    requestId: string,
  ): Promise<ApiAnswer> {
    try {
      this.limits.check(action);
      const result = await actions[action](this.account, query, scriptedRefusals(faults));
      return { kind: 'answer', status: 200, body: answer(action, result, requestId), requestId, after: 0 };
    } catch (error) {
      if (error instanceof SesError) return this.refuse(error, requestId);
      throw error;
    }
  }

  /** What the caller sees when faults struck: the first one that changes the answer decides. */
  private spoil(faults: readonly Fault[], outcome: ApiAnswer | undefined, requestId: string): ApiAnswer {
    let seen = outcome;
    for (const fault of faults) {
      switch (fault.kind) {
        case 'reset':
        case 'lost response':
          return { kind: 'reset' };
        case 'hang':
          return { kind: 'hang' };
        case 'server error':
          return this.refuse(
            new SesError('InternalFailure', 'Scripted server error.', {}, fault.status),
            requestId,
          );
        case 'garbage':
          return { kind: 'answer', status: 200, body: '\u0000\u0001 not <xml', requestId, after: 0 };
        case 'error':
          return this.refuse(new SesError(fault.code, fault.message, {}, fault.status), requestId);
        case 'slow':
          if (seen?.kind === 'answer') seen = { ...seen, after: seen.after + fault.milliseconds };
          break;
        case 'refuse':
          break;
      }
    }
    return seen ?? { kind: 'reset' };
  }

  private refuse(error: SesError, requestId: string): ApiAnswer {
    this.refusals[error.code] = (this.refusals[error.code] ?? 0) + 1;
    return { kind: 'answer', status: error.status, body: refusal(error, requestId), requestId, after: 0 };
  }

  private count(action: ActionName | 'InvalidAction'): void {
    this.calls[action] = (this.calls[action] ?? 0) + 1;
  }
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html */
function unknownAction(action: string): SesError {
  if (action === '') return new SesError('MissingAction', 'Missing Action');
  return new SesError('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
}
