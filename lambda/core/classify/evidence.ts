import type { Comparison, Placed } from '../compare/model.ts';
import type { Block, PolicyDocument } from '../document/model.ts';
import { ownNamesOf } from './editorial/own-name.ts';
import { framesOf } from './editorial/frame.ts';
import { leadInOf } from './lead-in.ts';
import { normalised } from './normal/transformations.ts';
import { renamesOf } from './renames.ts';
import type { Edit } from './residue.ts';
import { keysOf, passageOf, runsBy, wordsOf } from './words.ts';

/** What the two documents as wholes say about a single edit: sentences said elsewhere, headings, names replaced throughout. */
export interface Evidence {
  /** Canonical sentences and blocks of either document. */
  readonly oldSentences: ReadonlySet<string>;
  readonly newSentences: ReadonlySet<string>;
  /** Canonical headings of both documents. */
  readonly headings: ReadonlySet<string>;
  /** Names under which the documents speak of their own company. */
  readonly ownNames: ReadonlySet<string>;
  /** `old -> new` of every name that is replaced everywhere. */
  readonly renames: ReadonlySet<string>;
  /** Blocks of the menus around the text, of both documents. */
  readonly frame: ReadonlySet<Block>;
  /** Does the old document hold these words, as written? */
  readonly isWritten: (words: string) => boolean;
  /** What a list item of the old or the new document hangs on; empty when on nothing. */
  readonly leadIn: (placed: Placed, version: 'old' | 'new') => string;
}

/** Gathers the evidence, each part when it is first asked for; `edits` are all unexplained edits of the comparison. */
export function evidenceOf({ old, new: fresh }: Comparison, edits: readonly Edit[]): Evidence {
  const before = once(() => textOf(old));
  const after = once(() => textOf(fresh));
  const headings = once(() => new Set([...headingsOf(old), ...headingsOf(fresh)]));
  const ownNames = once(() => new Set([...ownNamesOf(old), ...ownNamesOf(fresh)]));
  const frame = once(() => framesOf(old, fresh));
  const renames = once(() => renamesOf(edits, () => ({ old: before().all, new: after().all })));
  return {
    get oldSentences(): ReadonlySet<string> {
      return before().sentences;
    },
    get newSentences(): ReadonlySet<string> {
      return after().sentences;
    },
    get headings(): ReadonlySet<string> {
      return headings();
    },
    get ownNames(): ReadonlySet<string> {
      return ownNames();
    },
    get renames(): ReadonlySet<string> {
      return renames();
    },
    get frame(): ReadonlySet<Block> {
      return frame();
    },
    isWritten: (words) => isWrittenIn(old, words),
    leadIn: (placed, version) => leadInOf(placed, version === 'old' ? old : fresh),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Does the document hold these words, as written? */
export function isWrittenIn({ blocks }: PolicyDocument, words: string): boolean {
  return blocks.some(({ text }) => text.includes(words));
}

/** A text under every canonical form: what two sentences share that say the same. */
export function canonicalText(text: string): string {
  return keysOf(normalised(wordsOf(text), [])[0]);
}

function textOf(document: PolicyDocument): { readonly sentences: ReadonlySet<string>; readonly all: string } {
  const [words] = normalised(passageOf(document.blocks.map(({ text }) => text)).words, []);
  const runs = runsBy(words, 'sentence').map(keysOf);
  return { sentences: new Set([...runs, ...runsBy(words, 'block').map(keysOf)]), all: ` ${keysOf(words)} ` };
}

function headingsOf(document: PolicyDocument): string[] {
  return document.blocks.filter(({ kind }) => /^h\d$/.test(kind)).map(({ text }) => canonicalText(text));
}
