const stopWords: Readonly<Record<string, string>> = {
  en: 'the and of to in or you your we our for that this is are with by any not may will be as on from have it at',
  de: 'der die das und oder von zu den mit für auf ist nicht wir sie ihre ihrer werden im ein eine einer des dem sich bei',
  fr: 'le la les des et ou de du un une vous nous votre vos nos pour dans est sont par sur que qui ne pas au aux avec',
  es: 'el la los las de del y o que en un una su sus para por con no es se nosotros usted al como son sobre este',
  it: 'il lo la gli le di del della e o che un una per con non è sono nel dei delle si al da come i tuoi nostri',
  pt: 'o a os as de do da dos das e ou que em um uma para por com não é são se seus sua nós você ao pela como',
  nl: 'de het een en of van in op te voor met is niet wij we u uw ons onze dat die zijn worden door aan om bij',
};
const fewest = 2;
const clearLead = 1.15;
const leastShare = 0.06;

/** Which languages a word is common in. */
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(stopWords)) {
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** The language a text is written in by its commonest words, of en de fr es it pt nl; `und` when it cannot be told. */
export function detectLanguage(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = new Map(Object.keys(stopWords).map((language) => [language, 0]));
  for (const word of words) {
    for (const language of languagesOf.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const [best, second] = [...hits].sort(([, a], [, b]) => b - a);
  if (best === undefined || second === undefined) return 'und';
  const isClear = best[1] >= Math.max(fewest, second[1] * clearLead, words.length * leastShare);
  return isClear ? best[0] : 'und';
}

/** The primary subtag of a BCP 47 tag (`en-GB` -> `en`), or empty when it is none. */
export function primarySubtag(tag: string): string {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag.trim())?.[1]?.toLowerCase() ?? '';
}
