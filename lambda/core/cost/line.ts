import type { Price } from './prices.ts';

/** One line of a bill: `quantity` units at a price; `formula` says how the quantity comes about. */
export interface CostLine {
  readonly name: string;
  readonly quantity: number;
  readonly price: Price;
  readonly formula: string;
  /** Units of it that AWS gives every account for nothing; 0 for what has no such gift, or is not counted on. */
  readonly free: number;
}

/** A line without anything given away. */
export function line(name: string, quantity: number, price: Price, formula: string): CostLine {
  return { name, quantity, price, formula, free: 0 };
}

/** US dollars at the list price. */
export function dollarsOf({ quantity, price }: CostLine): number {
  return quantity * price.dollars;
}

/** US dollars when the free units are left to us by the rest of the account. */
export function dollarsAfterFree({ quantity, free, price }: CostLine): number {
  return Math.max(0, quantity - free) * price.dollars;
}

/** Adds up one of the two. */
export function sumOf(lines: readonly CostLine[], dollars: (line: CostLine) => number): number {
  return lines.reduce((sum, one) => sum + dollars(one), 0);
}
