import { Script, type Trigger } from './account/script.ts';
import type { ActionName } from './actions/table.ts';
import type { Query } from './protocol/query.ts';
import type { BulkStatus, ScriptedRefusals } from './send/bulk.ts';
import { sendingActions } from './store/message.ts';

/** What goes wrong with a call. */
export type Fault =
  /** The call is carried out, and its answer never arrives: the connection is reset. */
  | { readonly kind: 'lost response' }
  /** The connection is reset before anything is carried out. */
  | { readonly kind: 'reset' }
  /** Never answered; the caller has to give up. `accepted`: it was carried out all the same. */
  | { readonly kind: 'hang'; readonly accepted: boolean }
  /** Answered with a server error. `accepted`: it was carried out all the same. */
  | { readonly kind: 'server error'; readonly status: 500 | 502 | 503; readonly accepted: boolean }
  /** Status 200 and a body that is not XML. */
  | { readonly kind: 'garbage'; readonly accepted: boolean }
  /** Carried out, and answered this much later; later is real time, whatever the clock of the server. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Refused as a whole, in the words given. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly status?: number }
  /** Bulk calls: the destinations at these places (from 0) are refused, the others go. */
  | {
      readonly kind: 'refuse';
      readonly destinations: readonly number[];
      readonly status: Exclude<BulkStatus, 'Success'>;
      readonly error?: string;
    };

/** Which calls a fault strikes: the sending ones unless `on` says otherwise. */
export interface FaultRule extends Trigger {
  readonly on?: ActionName | readonly ActionName[];
  readonly when?: (call: FaultCall) => boolean;
  readonly fault: Fault;
}

export interface FaultCall {
  readonly action: ActionName;
  readonly query: Query;
}

export type FaultScript = Script<FaultRule, FaultCall>;

/** An empty script; rules are added and cleared while the server runs. */
export function faultScript(random: () => number): FaultScript {
  return new Script((rule, call) => {
    const on: readonly ActionName[] = rule.on === undefined ? sendingActions : [rule.on].flat();
    return on.includes(call.action) && (rule.when?.(call) ?? true);
  }, random);
}

/** The refusals of single destinations among the faults that struck. */
export function scriptedRefusals(faults: readonly Fault[]): ScriptedRefusals {
  const refusals = new Map<number, { status: BulkStatus; error: string }>();
  for (const fault of faults) {
    if (fault.kind !== 'refuse') continue;
    for (const place of fault.destinations) {
      refusals.set(place, {
        status: fault.status,
        error: fault.error ?? `Refused by the fault script: ${fault.status}.`,
      });
    }
  }
  return refusals;
}

/** Whether the call is carried out although one of these faults struck. */
export function isCarriedOut(faults: readonly Fault[]): boolean {
  return faults.every((fault) => {
    if (fault.kind === 'reset' || fault.kind === 'error') return false;
    return !('accepted' in fault) || fault.accepted;
  });
}
