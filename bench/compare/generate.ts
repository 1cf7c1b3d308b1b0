/** A pair of generated policy texts in Markdown. */
export interface GeneratedPair {
  readonly old: string;
  readonly new: string;
}

const stems =
  'account access address agent agree apply archive audit balance board browse cancel charge claim collect consent contact control cookie copy customer date delete deliver detail device direct disclose display email enable enforce engage exchange expire export fee file form grant group handle hold identify improve include inform keep law lease legal license limit list locate log maintain manage market measure message monitor network notice notify offer operate option order partner party pay permit person place platform policy post process product profile program protect provide purchase purpose reason receive record refer refund region register relate remove renew report request require reserve respond restrict retain review right sale secure select service session share sign site store submit subscribe supply support term test third track trade train transfer trust update usage user vendor verify visit waive warrant website withdraw work write'.split(
    ' ',
  );
const endings = ['', 's', 'ed', 'ing', 'er', 'able', 'ment', 'ion'];
const common =
  'the of and to we you your our may or in for with that a by is as any not this from on are will'.split(' ');

/** A small seeded generator (mulberry32): the same seed, the same texts. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

/**
 * A text of about `bytes` and a version of it in which a share (0..1) of the sentences is changed: half of those written
 * anew, a third with a few words edited, the rest removed or followed by a new one.
 */
export function generatePair(bytes: number, share: number, seed: number): GeneratedPair {
  const random = seeded(seed);
  const old: string[] = [];
  const fresh: string[] = [];
  for (let size = 0, section = 1; size < bytes; section++) {
    const heading = `## ${section}. ${title(random)}`;
    old.push(heading);
    fresh.push(heading);
    for (let left = 3 + Math.floor(random() * 5); left > 0; left--) {
      const sentences = Array.from({ length: 2 + Math.floor(random() * 5) }, () => sentence(random));
      const bullet = random() < 0.25 ? '- ' : '';
      old.push(bullet + sentences.join(' '));
      fresh.push(
        bullet + sentences.flatMap((one) => (random() < share ? changed(one, random) : [one])).join(' '),
      );
      size += old.at(-1)?.length ?? 0;
    }
  }
  return { old: old.join('\n\n'), new: fresh.join('\n\n') };
}

function changed(text: string, random: Random): readonly string[] {
  const kind = random();
  if (kind < 0.5) return [sentence(random)];
  if (kind < 0.83) return [edited(text, random)];
  return kind < 0.92 ? [] : [text, sentence(random)];
}

function edited(text: string, random: Random): string {
  const words = text.split(' ');
  for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits--) {
    const at = Math.floor(random() * words.length);
    words.splice(at, random() < 0.8 ? 1 : 0, ...(random() < 0.8 ? [word(random)] : []));
  }
  return words.join(' ');
}

function sentence(random: Random): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 22) }, () => word(random));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function title(random: Random): string {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(stems, random)).join(' ');
}

/** Nearly half are function words, as in real texts; content words follow no grammar but a skewed frequency. */
function word(random: Random): string {
  if (random() < 0.45) return pick(common, random);
  const stem = stems[Math.floor(random() ** 2 * stems.length)] ?? 'policy';
  return random() < 0.05 ? String(Math.floor(random() * 400)) : stem + pick(endings, random);
}

function pick(list: readonly string[], random: Random): string {
  return list[Math.floor(random() * list.length)] ?? '';
}
