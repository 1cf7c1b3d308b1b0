import type { Placed } from '../compare/model.ts';
import type { PolicyDocument } from '../document/model.ts';

/** Items further down are read without what the list hangs on. */
const furthest = 200;

/** `Ask one of us:` and what follows is whom to ask, which binds nobody. */
const asks =
  /\b(?:contact|reach|ask|write to|speak (?:to|with)|talk to|report \p{L}* ?to|get in touch with)\b[^:]*:\W*$/iu;
/** `The members of the committee are:` and their names follow. */
const presents =
  /\b(?:members?|team|committee|board|staff|moderators?|maintainers?|organi[sz]ers?|people)\b[^:]{0,60}\b(?:is|are)\b[^:]{0,40}:\W*$/i;
const handles =
  /\b(?:collect|stor(?:e|ed|ing)|process|shar(?:e|ed|ing)|disclos|sell|sold|transfer|keep|us(?:e|ed|ing)\b)/i;

/**
 * The paragraph that binds a list item (`You may not:`); empty for what is no item, for a list that hangs on none, and for a list
 * of those to ask.
 */
export function leadInOf({ block, index }: Placed, { blocks }: PolicyDocument): string {
  if (block.kind !== 'li') return '';
  for (let at = index - 1; at >= Math.max(0, index - furthest); at--) {
    const above = blocks[at];
    if (above?.kind !== 'li') return above?.kind === 'p' && binds(above.text) ? above.text : '';
  }
  return '';
}

function binds(text: string): boolean {
  return /:\W*$/.test(text) && (!(asks.test(text) || presents.test(text)) || handles.test(text));
}
