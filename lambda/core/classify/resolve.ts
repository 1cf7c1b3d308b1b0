import type { Step } from '../rules/model.ts';
import { written } from './editorial/slip.ts';
import { isTypo } from './editorial/typo.ts';
import type { Evidence } from './evidence.ts';
import type { Setting } from './recognisers.ts';
import { recognisers } from './recognisers.ts';
import type { Edit } from './residue.ts';
import { writtenWords } from './terms.ts';
import { keysOf } from './words.ts';

/** The step that explains an edit, or null. */
export function stepFor(edit: Edit, setting: Setting, evidence: Evidence): Step | null {
  for (const [transformation, recognises] of Object.entries(recognisers)) {
    if (!recognises(edit, setting, evidence)) continue;
    const isWritten = transformation === 'spelling' && isTypo(written(edit.deleted), written(edit.inserted));
    const [old, fresh] = [edit.deleted, edit.inserted].map(isWritten ? written : keysOf);
    const shown = { old: writtenWords(edit.deleted), new: writtenWords(edit.inserted) };
    return { transformation, old: old ?? '', new: fresh ?? '', written: shown };
  }
  return null;
}
