/** How a correspondent is shown: a name when there is one, and the plain address. */
export interface Person {
  readonly name: string;
  readonly mailbox: string;
}

/** `"Ada L." <ada@example.com>` -> name and mailbox; without a name the part before the @ stands in. */
export function person(address: string | undefined): Person {
  const parts = /^\s*"?(?<name>[^"<]*?)"?\s*<(?<mailbox>[^<>]*)>\s*$/.exec(address ?? '')?.groups;
  const mailbox = parts?.['mailbox'] ?? address?.trim() ?? '';
  return { name: parts?.['name'] || mailbox.split('@')[0] || 'nobody', mailbox };
}

/** The first words of a message for the list: from its text, else from its HTML without the markup. */
export function preview(message: {
  readonly text: string | undefined;
  readonly html: string | undefined;
}): string {
  const source =
    message.text ??
    message.html?.slice(0, 20_000).replace(/<(style|script|title)[^]*?<\/\1>|<[^>]*>/gi, ' ') ??
    '';
  return source.slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, 180);
}
