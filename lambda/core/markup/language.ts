/** Languages in which pages and notices speak. */
export const writtenLanguages = ['en', 'de', 'fr', 'es'] as const;
export type WrittenLanguage = (typeof writtenLanguages)[number];

/** The language to write in: the wanted one, by its primary subtag, else the fallback. */
export function writtenLanguage(wanted: string, fallback: WrittenLanguage): WrittenLanguage {
  const primary = wanted.toLowerCase().split(/[-_]/u)[0];
  return writtenLanguages.find((one) => one === primary) ?? fallback;
}

/** A name before what it names, which a space parts from it; French has a narrow one before the colon too. */
export function labelled(name: string, language: WrittenLanguage): string {
  return language === 'fr' ? `${name}\u202F:` : `${name}:`;
}
