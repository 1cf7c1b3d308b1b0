import type { Block, PolicyDocument } from '../../document/model.ts';
import { isCopyrightLine, isFurniture } from './furniture.ts';
import { weighs } from './pointer.ts';

/** So many labels in a row, and so many of them words of every page, make a menu. */
const fewestLabels = 8;
const fewestFamiliar = 3;
const longestLabel = 320;

const familiar =
  /^(?:log ?in|sign ?in|log ?out|sign ?up|register|my account|account|cart|basket|checkout|wish ?list|store locator|find a store|careers?|jobs|press|newsroom|news|blog|shop|support|help(?: cent(?:er|re))?|faqs?|contact(?: us)?|about(?: us)?|home|menu|search|site ?map|accessibility.*|follow us|facebook|twitter|instagram|youtube|linkedin|track (?:my )?order|shipping.*|gift cards?|mobile app|language|english|terms of (?:use|service)|privacy policy|cookie.*)$/i;
const speaking = new Set(['negation', 'modal', 'condition']);

/** A label of many menus that is a choice as well: gone alone, it is missed. */
const offered = /^(?:\p{L}+ [-–] )?do not sell(?: or share)? my (?:personal )?(?:information|info|data)$/iu;

/**
 * The blocks of captured pages that stand before the first sentence or behind the last one and form a menu: no block of them
 * says anything, and enough of them are labels that every page has. The link to a choice is one of them only where the whole
 * menu comes or goes.
 */
export function framesOf(old: PolicyDocument, fresh: PolicyDocument): ReadonlySet<Block> {
  const [before, after] = [frameOf(old), frameOf(fresh)];
  const isWhole = before.length === 0 || after.length === 0;
  return new Set([...before, ...after].filter(({ text }) => isWhole || !offered.test(text)));
}

function frameOf({ blocks }: PolicyDocument): Block[] {
  const first = blocks.findIndex((block) => !isSilent(block));
  const last = blocks.findLastIndex((block) => !isSilent(block));
  const opening = blocks.slice(0, Math.max(0, first)).filter(({ path }) => path.length === 0);
  return [opening, blocks.slice(last + 1)].filter(isMenu).flat();
}

/** No sentence, and no heading or row: these are of the text itself. */
function isSilent({ text, kind }: Block): boolean {
  return !/^(?:h\d|tr)$/.test(kind) && labelsOf(text).every(isLabel);
}

function isLabel(label: string): boolean {
  if (offered.test(label) || isCopyrightLine(label)) return true;
  return label.length < longestLabel && !/[.!?]["”)]?$|[.!?] \p{Lu}/u.test(label) && !weighs(label, speaking);
}

function isMenu(blocks: readonly Block[]): boolean {
  const labels = blocks.flatMap(({ text }) => labelsOf(text));
  return (
    labels.length >= fewestLabels &&
    labels.filter((label) => familiar.test(label) || isFurniture(label)).length >= fewestFamiliar
  );
}

/** A capture may have left the tags between the labels in the text. */
function labelsOf(text: string): string[] {
  return text
    .split(/<[^<>]*>|\]\([^()]*\)|\[/)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}
