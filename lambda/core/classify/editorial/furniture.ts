import { termsIn } from '../../lexicon/lexicon.ts';
import { wordsOf } from '../words.ts';
import { weighs } from './pointer.ts';

const furniture =
  /^(?:skip to.*|back to top|menu|main menu|navigation|search|home|print|share|download|table of contents|contents|on this page|in this article|jump to|log ?in|sign ?in|sign ?up|edit this page|view source|permanent link|retrieved from.*|help|contact us|about( us)?|follow us|language|english|cookie settings|close|open|next|previous|written by .{3,40}|updated .* ago|.* min(?:utes)? read|share this.*|shortcuts?:? .{0,40}|was this (?:page|article) helpful.*|all rights reserved.*|return to top|top|feedback|related articles.*|categor(?:y|ies):?.*|\d+ (?:views|comments)|last updated.* ago)$/i;

/** What a wiki engine says about its page (MediaWiki's interface messages); negations in it are about the page. */
const interfaceMessage =
  /^(?:translate this page|this page contains changes which are not marked for translation|this page is a translated version of .{0,80}|from \w+, the free encyclopedia|this is the (?:approved|latest) revision.{0,60}|jump to (?:navigation|search).{0,30}|outdated translations are marked like this)$/i;
const variable = /^(?:%[A-Z_]{3,}%|\$\{[\w.]+\}|__[A-Z_]{3,}__)$/;

const twisting = new Set(['negation', 'modal', 'scope', 'remedy', 'right']);

/** Is the text a piece of the page around the policy: a menu word, a counter, an unfilled variable, a message of the wiki? */
export function isFurniture(text: string): boolean {
  const bare = text.trim().replace(/[:.»>›|]+$/, '');
  if (variable.test(bare)) return true;
  if (bare.split(/;\s*/).every((part) => interfaceMessage.test(part))) return true;
  return !weighs(text, twisting) && furniture.test(bare);
}

const owned =
  /^\W*(?:copyright|©|all (?:other )?trademarks .{0,60}\b(?:the )?propert(?:y|ies) of their respective (?:owners|holders)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)/i;
const longestCopyright = 120;

/** `© 2024 Ashford Ltd`, `All trademarks are the property of their respective owners.` */
export function isCopyrightLine(text: string): boolean {
  return text.length < longestCopyright && owned.test(text);
}

const longestLead = 24;

/** `For us:`, `In short:`: up to three words that open what follows and name nothing but persons. */
export function isBareLead(text: string): boolean {
  return (
    text.length <= longestLead &&
    /^[\p{L}' ]+:$/u.test(text.trim()) &&
    text.trim().split(' ').length <= 3 &&
    termsIn(wordsOf(text).map(({ key }) => key)).every((term) => term.class === 'actor')
  );
}
