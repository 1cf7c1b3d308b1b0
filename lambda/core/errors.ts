/**
 * The named errors of the system. The Lambda runtime reports `error.name` as the error type and minification
 * renames classes, so every name is a literal, listed once here and shared with the state machine's Catch.
 * Operational errors have a class; programmer errors crash as what they are.
 */
export const ErrorName = {
  BadInput: 'BadInput',
  BadSettings: 'BadSettings',
  BadDate: 'BadDate',
  NotFound: 'NotFound',
  WrongState: 'WrongState',
  AlreadyClaimed: 'AlreadyClaimed',
  PlanRefused: 'PlanRefused',
  TotalsDoNotAddUp: 'TotalsDoNotAddUp',
  ToldTooLate: 'ToldTooLate',
  NotApproved: 'NotApproved',
  PreflightFailed: 'PreflightFailed',
} as const;

export type ErrorName = (typeof ErrorName)[keyof typeof ErrorName];

/** An operational error: `message` says what is wrong and where, `remedy` what to do about it. */
export abstract class NamedError extends Error {
  abstract override readonly name: ErrorName;

  constructor(
    what: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${what} ${remedy}`, options);
  }
}

/** A document, row, key or argument that cannot be used. */
export class BadInput extends NamedError {
  override readonly name = ErrorName.BadInput;
}

/** `policy-notice.config.ts` is wrong; the message names the path inside it. */
export class BadSettings extends NamedError {
  override readonly name = ErrorName.BadSettings;
}

/** A date that does not exist, is ambiguous, or lies in the past where that is refused. */
export class BadDate extends NamedError {
  override readonly name = ErrorName.BadDate;
}

/** A policy, version or object that should exist does not. */
export class NotFound extends NamedError {
  override readonly name = ErrorName.NotFound;
}

/** A record is in a state from which the step cannot go on. */
export class WrongState extends NamedError {
  override readonly name = ErrorName.WrongState;
}

/** A conditional write lost: somebody else wrote first. The loser stops. */
export class AlreadyClaimed extends NamedError {
  override readonly name = ErrorName.AlreadyClaimed;
}

/** The plan cannot be carried out as it stands (too long, past its date, over a cap); says what to change. */
export class PlanRefused extends NamedError {
  override readonly name = ErrorName.PlanRefused;
}

/** accepted + excepted is not the audience: the run fails loudly. */
export class TotalsDoNotAddUp extends NamedError {
  override readonly name = ErrorName.TotalsDoNotAddUp;
}

/** The last customer was told so late that the notice period ends after the effective date. */
export class ToldTooLate extends NamedError {
  override readonly name = ErrorName.ToldTooLate;
}

/** Nobody approved a version in time: it is held, and its owner has to know. */
export class NotApproved extends NamedError {
  override readonly name = ErrorName.NotApproved;
}

/** SES is not ready for a notice: nobody has been mailed. The message lists everything that a person has to repair. */
export class PreflightFailed extends NamedError {
  override readonly name = ErrorName.PreflightFailed;
}
