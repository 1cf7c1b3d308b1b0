const protocols: readonly string[] = ['http:', 'https:', 'mailto:'];

/** A link target that is safe to write. There is no other way to make one than the three below. */
export class Href {
  private constructor(readonly url: string) {}

  /**
   * Rebuilds a target found in a policy's text, relative ones against `base`.
   * Null for what is no http, https or mailto URL, and for one that carries a password.
   */
  static external(target: string, base?: string): Href | null {
    const trimmed = target.trim();
    if (trimmed === '' || !URL.canParse(trimmed, base)) return null;
    const url = new URL(trimmed, base);
    if (!protocols.includes(url.protocol) || url.username !== '' || url.password !== '') return null;
    return new Href(url.href);
  }

  /** A place on the same page, by id. */
  static fragment(id: string): Href {
    return new Href(`#${encodeURIComponent(id)}`);
  }

  /** A file of our own site, relative to the page it is written on. */
  static relative(path: string): Href {
    const segments = path.split('/').map((segment) => encodeURIComponent(segment));
    return new Href(segments.join('/') === '' ? './' : segments.join('/'));
  }

  /** An address of our own site, from its URL in the settings and a path such as `privacy-policy/history/`. */
  static absolute(site: string, path: string): Href {
    const root = site.endsWith('/') ? site : `${site}/`;
    return new Href(new URL(path, root).href);
  }

  /** Writes to a mailbox. */
  static mail(address: string): Href {
    return new Href(`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`);
  }
}
