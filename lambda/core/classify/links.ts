import type { Block, Link } from '../document/model.ts';
import { registrableDomain } from './normal/addresses.ts';

/** A link whose target changed, came or went inside text that stayed. */
export interface LinkChange {
  readonly transformation:
    | 'link on the same site'
    | 'link on a renamed site'
    | 'link added'
    | 'link removed'
    | 'protected e-mail address'
    | null;
  readonly oldText: string;
  readonly text: string;
  readonly old: string;
  readonly new: string;
}

/** The link changes between two lists of blocks that hold (nearly) the same text. */
export function linkChanges(old: readonly Block[], fresh: readonly Block[]): LinkChange[] {
  const [lost, gained] = without(linksOf(old), linksOf(fresh));
  const changes: LinkChange[] = [];
  const left = [...gained];
  lost.forEach((before, index) => {
    const match = left.findIndex(({ text }) => text === before.text);
    const at = match >= 0 ? match : lost.length === gained.length ? Math.min(index, left.length - 1) : -1;
    const after = at >= 0 ? left.splice(at, 1)[0] : undefined;
    if (after === undefined)
      changes.push({
        transformation: 'link removed',
        oldText: before.text,
        text: before.text,
        old: before.href,
        new: '',
      });
    else
      changes.push({
        transformation: sameTarget(before, after),
        oldText: before.text,
        text: after.text,
        old: before.href,
        new: after.href,
      });
  });
  for (const { text, href } of left)
    changes.push({ transformation: 'link added', oldText: '', text, old: '', new: href });
  return changes;
}

function linksOf(blocks: readonly Block[]): Link[] {
  return blocks
    .flatMap(({ links }) => links)
    .filter(({ href }) => !href.startsWith('mailto:') && !href.startsWith('#') && href !== '');
}

function without(a: readonly Link[], b: readonly Link[]): readonly [Link[], Link[]] {
  const drop = (links: readonly Link[], others: readonly Link[]): Link[] => {
    const left = others.map(({ href }) => plainTarget(href));
    return links.filter(({ href }) => {
      const at = left.indexOf(plainTarget(href));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return [drop(a, b), drop(b, a)];
}

/** The target without what no reader cares for: scheme, `www.`, tracking parameters, a closing slash, the fragment. */
function plainTarget(href: string): string {
  const [address = ''] = href.trim().split('#');
  const bare = address
    .replace(/^[a-z]+:\/\/(?:www\.)?/i, '')
    .replace(/[?&](?:utm_[a-z]+|gclid|fbclid|ref|source)=[^&]*/gi, '')
    .replace(/\/$/, '');
  return bare.toLowerCase();
}

function sameTarget(
  { href: old, text }: Link,
  { href: fresh, text: shown }: Link,
): LinkChange['transformation'] {
  if (old.includes('/cdn-cgi/l/email-protection') || fresh.includes('/cdn-cgi/l/email-protection'))
    return 'protected e-mail address';
  const [a, b] = [registrableDomain(old), registrableDomain(fresh)];
  if (!/^(?:https?:)?\/\//i.test(old) || !/^(?:https?:)?\/\//i.test(fresh))
    return isWebOrRelative(old) && isWebOrRelative(fresh) ? 'link on the same site' : null;
  if (a !== null && a === b) return 'link on the same site';
  const name = siteName(old, fresh);
  return name !== null && [text, shown].every((words) => words.toLowerCase().split(/\W+/).includes(name))
    ? 'link on a renamed site'
    : null;
}

const shortestName = 4;

/** `ashdesk` for `ashdeskchat.com` and `ashdesk.com`: the name that a site keeps when it gets another domain; null for two sites. */
export function siteName(old: string, fresh: string): string | null {
  const [a = '', b = ''] = [old, fresh].map((href) => registrableDomain(href)?.split('.')[0] ?? '');
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= shortestName && long.startsWith(short) ? short : null;
}

function isWebOrRelative(href: string): boolean {
  return /^https?:/i.test(href) || !/^[a-z][a-z0-9+.-]*:/i.test(href);
}
