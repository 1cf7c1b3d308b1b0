import type { Standing } from './customer.ts';

/** Which customers a notice concerns, frozen with it. An absent list means "all". */
export interface Audience {
  readonly regions?: readonly string[] | undefined;
  readonly products?: readonly string[] | undefined;
}

/** The predicate and its cutoff (ISO 8601): whoever signed up later accepted the new text by signing up. */
export interface Scope {
  readonly audience: Audience;
  readonly cutoff: string;
}

/** Is this customer told? Active, signed up before the cutoff, in a region named and with a product named. */
export function isAffected(customer: Standing, { audience, cutoff }: Scope): boolean {
  return (
    customer.status === 'active' &&
    Date.parse(customer.createdAt) < Date.parse(cutoff) &&
    (audience.regions?.includes(customer.region) ?? true) &&
    (audience.products?.some((product) => customer.products.includes(product)) ?? true)
  );
}
