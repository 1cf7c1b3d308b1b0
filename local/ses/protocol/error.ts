/**
 * An answer that says no, as SES words it on the wire.
 * `code` is the query code (`MessageRejected`), `fields` are extra elements such as `TemplateName`, `status` is HTTP.
 * https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
export class SesError extends Error {
  override readonly name = 'SesError';

  constructor(
    readonly code: string,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
    readonly status = 400,
  ) {
    super(message);
  }
}

/** A parameter is there and cannot be used. */
export function invalidParameter(message: string): SesError {
  return new SesError('InvalidParameterValue', message);
}

/** SES words both limits with one code; only the message tells them apart (manage-sending-quotas-errors). */
export function throttled(why: 'rate' | 'daily' | 'calls'): SesError {
  const messages = {
    rate: 'Maximum sending rate exceeded.',
    daily: 'Daily message quota exceeded.',
    calls: 'Rate exceeded',
  };
  return new SesError('Throttling', messages[why]);
}
