import { canonical } from './canon.ts';
import { endOf, kindOf, scanToken } from './scan.ts';

/**
 * One text as numbers: for each token that is not white space, what was written (`raw`), its canonical lower-case form (`keys`)
 * and its offsets. Two tokens with one raw number are the same characters.
 */
export interface Coded {
  readonly text: string;
  readonly length: number;
  readonly raw: Int32Array;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const spaceKind = 0;
const wordKinds = new Set([1, 2, 4, 5, 6]);

/** The tokens of both texts of one comparison, each distinct one canonicalised once and known by a number from 1 up. */
export class Vocabulary {
  private readonly rawIds = new Map<string, number>();
  private readonly keyIds = new Map<string, number>();
  private readonly keyOfRaw: number[] = [0];
  private readonly words: boolean[] = [false];
  private scratch = new Int32Array(3_000);

  /** Lexes and numbers a text. */
  code(text: string): Coded {
    if (this.scratch.length < text.length * 3) this.scratch = new Int32Array(text.length * 3);
    const { scratch } = this;
    let used = 0;
    for (let at = 0; at < text.length;) {
      const scanned = scanToken(text, at);
      const end = endOf(scanned);
      const kind = kindOf(scanned);
      if (kind !== spaceKind) {
        scratch[used++] = this.numberOf(text.slice(at, end), kind);
        scratch[used++] = at;
        scratch[used++] = end;
      }
      at = end;
    }
    return this.unpacked(text, used / 3);
  }

  /** The scratch holds number, start and end of each token in turn. */
  private unpacked(text: string, length: number): Coded {
    const raw = new Int32Array(length);
    const keys = new Int32Array(length);
    const starts = new Int32Array(length);
    const ends = new Int32Array(length);
    for (let token = 0; token < length; token++) {
      const id = this.scratch[token * 3] ?? 0;
      raw[token] = id;
      keys[token] = this.keyOfRaw[id] ?? 0;
      starts[token] = this.scratch[token * 3 + 1] ?? 0;
      ends[token] = this.scratch[token * 3 + 2] ?? 0;
    }
    return { text, length, raw, keys, starts, ends };
  }

  /** How many distinct keys there are; every key number is below it. */
  get size(): number {
    return this.words.length;
  }

  /** Is a key a word, number, address or template tag, rather than punctuation? */
  isWord(key: number): boolean {
    return this.words[key] ?? false;
  }

  private numberOf(written: string, kind: number): number {
    const known = this.rawIds.get(written);
    if (known !== undefined) return known;
    const id = this.keyOfRaw.length;
    this.rawIds.set(written, id);
    this.keyOfRaw.push(this.keyNumberOf(canonical(written).toLowerCase(), kind));
    return id;
  }

  private keyNumberOf(key: string, kind: number): number {
    const known = this.keyIds.get(key);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.keyIds.set(key, id);
    this.words.push(wordKinds.has(kind));
    return id;
  }
}
