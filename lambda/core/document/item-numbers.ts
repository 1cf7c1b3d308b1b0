import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Counts the items of ordered lists as a browser does, from `start` and `value`; every item is asked for once. */
export class ItemNumbers {
  private readonly last = new Map<Element, number>();

  /** The number an item shows; null outside an ordered list. */
  next(item: Element): number | null {
    const list = item.parentNode;
    if (list === null || !('tagName' in list) || list.tagName !== 'ol') return null;
    const before = this.last.get(list) ?? (wholeNumber(list, 'start') ?? 1) - 1;
    const number = wholeNumber(item, 'value') ?? before + 1;
    this.last.set(list, number);
    return number;
  }
}

function wholeNumber({ attrs }: Element, name: string): number | null {
  const value = attrs.find((attribute) => attribute.name === name)?.value ?? '';
  return /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}
