import type { Site, SiteFile } from '../../lambda/core/site.ts';

/** The public site in memory: `files` by path, as they stand now. */
export interface MemorySite extends Site {
  readonly files: ReadonlyMap<string, SiteFile>;
}

/** An empty site in memory. */
export function memorySite(): MemorySite {
  const files = new Map<string, SiteFile>();
  return {
    files,
    async write(file) {
      files.set(file.path, { ...file });
    },
    async remove(path) {
      files.delete(path);
    },
  };
}
