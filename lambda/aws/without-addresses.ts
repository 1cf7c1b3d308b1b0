/** Anything like a mailbox, wherever the text goes on: rather a word too much than an address in a log. */
const mailbox = /[^\s"'`<>(),;:[\]\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu;

/**
 * The same error, with every e-mail address in its message and stack replaced by `(address)`. Our own messages name
 * none, but SES quotes the ones it refuses, and Lambda logs every error that leaves a handler.
 */
export function withoutAddresses(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  thrown.message = hidden(thrown.message);
  if (thrown.stack !== undefined) thrown.stack = hidden(thrown.stack);
  return thrown;
}

function hidden(text: string): string {
  return text.replaceAll(mailbox, '(address)');
}
