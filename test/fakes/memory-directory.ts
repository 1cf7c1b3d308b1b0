import { createHash } from 'node:crypto';
import type { Directory, DirectoryImport } from '../../lambda/core/customer/directory.ts';

/** Customers in memory: rows lie in the order of their hashed keys, as they do in a DynamoDB table. */
export function memoryDirectory(
  customers: Iterable<{ readonly customerId: string }> = [],
): Directory & DirectoryImport & { readonly rows: Map<string, unknown> } {
  const rows = new Map<string, unknown>();
  for (const customer of customers) rows.set(customer.customerId, customer);
  return {
    rows,
    async page(segment, totalSegments, startAfter, limit) {
      const start = startAfter === null ? -1 : placeOf(startAfter);
      const rest = [...rows.keys()]
        .map((customerId) => ({ customerId, place: placeOf(customerId) }))
        .filter(({ place }) => place > start && Math.floor(place / (range / totalSegments)) === segment)
        .toSorted((a, b) => a.place - b.place);
      const page = rest.slice(0, limit).map(({ customerId }) => ({ customerId, row: rows.get(customerId) }));
      return { rows: page, next: rest.length > limit ? (page.at(-1)?.customerId ?? null) : null };
    },
    async put(more) {
      for (const customer of more) rows.set(customer.customerId, customer);
    },
  };
}

const range = 2 ** 48;
const places = new Map<string, number>();

function placeOf(customerId: string): number {
  const known = places.get(customerId);
  if (known !== undefined) return known;
  const place = createHash('md5').update(customerId).digest().readUIntBE(0, 6);
  places.set(customerId, place);
  return place;
}
