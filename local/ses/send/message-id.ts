/** `0100019a…-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx-000000`: the form of SES, its time first. Milliseconds since 1970. */
export function messageId(now: number, random: () => number): string {
  const time = Math.floor(now).toString(16).padStart(12, '0');
  return `0100${time}-${uuid(random)}-000000`;
}

/** A UUID drawn from the seeded generator, so that a run can be repeated to the letter. */
export function uuid(random: () => number): string {
  const word = (): string =>
    Math.floor(random() * 0x100000000)
      .toString(16)
      .padStart(8, '0');
  const [a, b, c, d] = [word(), word(), word(), word()];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}
