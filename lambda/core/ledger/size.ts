/**
 * Bytes of an item as DynamoDB counts them: names and strings in UTF-8, numbers two digits a byte and one more,
 * binary as it is, true and false one byte. Covers what batch items are made of.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemSize(item: Readonly<Record<string, unknown>>): number {
  const attributes = Object.entries(item).filter(([, value]) => value !== undefined);
  return attributes.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOf(value), 0);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1;
  return value instanceof Uint8Array ? value.length : 1;
}

/** Write units of an item of so many bytes: one for each started kilobyte. */
export function writeUnits(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
