/** The languages whose dates and date labels we can read and write. */
export const dateLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;
export type DateLanguage = (typeof dateLanguages)[number];

/** `de-AT` or `DE` -> `de`; null for a language that is not among ours. */
export function dateLanguage(language: string): DateLanguage | null {
  const primary = language.toLowerCase().split(/[-_]/)[0];
  return dateLanguages.find((one) => one === primary) ?? null;
}
