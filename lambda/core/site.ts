/** One file of the public site. Paths are relative, e.g. `privacy-policy/index.html`. */
export interface SiteFile {
  readonly path: string;
  readonly body: string;
  readonly contentType: string;
  /** Short for pages that change, immutable for permanent ones. */
  readonly cache: 'short' | 'immutable';
}

/** Files to write and paths to remove, so that the site shows what the archive says. */
export interface SiteChange {
  readonly write: readonly SiteFile[];
  readonly remove: readonly string[];
}

/** The public site: static files, written whole, the same bytes for the same input. */
export interface Site {
  write(file: SiteFile): Promise<void>;
  remove(path: string): Promise<void>;
}
