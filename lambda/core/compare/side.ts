import type { Block } from '../document/model.ts';
import { looseForm } from './numbering.ts';
import type { Coded, Vocabulary } from './vocabulary.ts';

/** How coarsely two blocks are held equal: the same characters, or the same but for numbering, case and typography. */
export type Level = 'raw' | 'loose';

/** No text begins with it, so that forms of the two levels never collide. */
const looseMark = '\u0000';

/** Numbers for texts: the same text has the same number on both sides. */
export class Numbering {
  private readonly ids = new Map<string, number>();

  of(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.ids.size + 1);
    return this.ids.size;
  }
}

/** The blocks of one version during a comparison; a block is coded only when somebody asks. */
export class Side {
  private readonly coded: (Coded | undefined)[] = [];
  private readonly keys: Record<Level, Int32Array>;

  constructor(
    readonly blocks: readonly Block[],
    private readonly vocabulary: Vocabulary,
    private readonly numbering: Numbering,
  ) {
    this.keys = { raw: new Int32Array(blocks.length), loose: new Int32Array(blocks.length) };
  }

  get length(): number {
    return this.blocks.length;
  }

  text(at: number): string {
    return this.blocks[at]?.text ?? '';
  }

  /** The tokens of a block. */
  code(at: number): Coded {
    const known = this.coded[at];
    if (known !== undefined) return known;
    const made = this.vocabulary.code(this.text(at));
    this.coded[at] = made;
    return made;
  }

  /** The tokens of several blocks, joined by one space each. */
  codeJoined(places: readonly number[]): Coded {
    return this.vocabulary.code(places.map((at) => this.text(at)).join(' '));
  }

  /** A number that two blocks share if they are equal at that level. */
  key(level: Level, at: number): number {
    const known = this.keys[level][at] ?? 0;
    if (known !== 0) return known;
    const text = this.text(at);
    const made = this.numbering.of(level === 'raw' ? text : `${looseMark}${looseForm(text)}`);
    this.keys[level][at] = made;
    return made;
  }
}
