const form = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const units = ['year', 'calendar month', 'week', 'day'] as const;

/** `P30D` -> `30 days`, `P2M1D` -> `2 calendar months and 1 day`, `P0D` -> `0 days`. */
export function periodInWords(period: string): string {
  const counts = form.exec(period)?.slice(1) ?? [];
  const words = units.flatMap((unit, index) => {
    const count = Number(counts[index] ?? 0);
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return words.length === 0 ? '0 days' : words.join(' and ');
}
