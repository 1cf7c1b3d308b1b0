import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { compileTemplate, type Template } from '../account/templates.ts';

const file = z.object({
  name: z.string(),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  createdAt: z.number(),
});

/**
 * The templates of an account that outlives its process: one JSON file each, so that a notice that waited for a
 * person is sent by the next command as SES would send it.
 */
export class KeptTemplates extends Map<string, Template> {
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true });
    for (const entry of readdirSync(folder)) {
      const { name, subject, text, html, createdAt } = file.parse(
        JSON.parse(readFileSync(join(folder, entry), 'utf8')),
      );
      super.set(name, compileTemplate({ name, subject, text, html, createdAt }));
    }
  }

  override set(name: string, template: Template): this {
    writeFileSync(this.fileOf(name), JSON.stringify(template));
    return super.set(name, template);
  }

  override delete(name: string): boolean {
    rmSync(this.fileOf(name), { force: true });
    return super.delete(name);
  }

  /** The name of a template is letters, digits, hyphens and underscores: it was checked when it was created. */
  private fileOf(name: string): string {
    return join(this.folder, `${encodeURIComponent(name)}.json`);
  }
}
