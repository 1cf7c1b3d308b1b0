import { Readable } from 'node:stream';
import type { SESClientConfig } from '@aws-sdk/client-ses';

/** One request as it left the SDK: the SES Query protocol, parsed. */
export interface WireRequest {
  readonly action: string;
  readonly form: URLSearchParams;
}

/** What the wire does with a request: an answer, or a failure of the connection. */
export type WireAnswer = SpokenAnswer | Error;
export interface SpokenAnswer {
  readonly status: number;
  readonly body: string;
}

/** SDK configuration whose requests go to `answer` instead of a network: real serialisation, real exceptions. */
export function sesWire(
  answer: (request: WireRequest) => WireAnswer,
): SESClientConfig & { readonly requests: WireRequest[] } {
  const requests: WireRequest[] = [];
  return {
    requests,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: {
      async handle({ body }: { readonly body?: unknown }) {
        const form = new URLSearchParams(String(body));
        const request = { action: form.get('Action') ?? '', form };
        requests.push(request);
        const answered = answer(request);
        if (answered instanceof Error) throw answered;
        const headers = { 'content-type': 'text/xml' };
        return {
          response: {
            statusCode: answered.status,
            headers,
            body: Readable.from([Buffer.from(answered.body)]),
          },
        };
      },
    },
  };
}

/** An error answer as SES words it. */
export function sesError(code: string, message: string, status = 400): SpokenAnswer {
  return {
    status,
    body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
  };
}

/** A successful answer; `result` is the XML inside `<ActionResult>`. */
export function sesResult(action: string, result: string): SpokenAnswer {
  return {
    status: 200,
    body: `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${action}Response>`,
  };
}

/** The answer to a bulk call: one member for each status, a message id where it is Success. */
export function bulkResult(statuses: readonly string[]): SpokenAnswer {
  return bulkAnswer(statuses.map((code, i) => (code === 'Success' ? { messageId: `m-${i}` } : { code })));
}

/** The same from outcomes. */
export function bulkAnswer(
  outcomes: readonly ({ readonly messageId: string } | { readonly code: string })[],
): SpokenAnswer {
  const members = outcomes.map((one) =>
    'messageId' in one
      ? `<Status>Success</Status><MessageId>${one.messageId}</MessageId>`
      : `<Status>${one.code}</Status><Error>no</Error>`,
  );
  const status = members.map((member) => `<member>${member}</member>`).join('');
  return sesResult('SendBulkTemplatedEmail', `<Status>${status}</Status>`);
}
