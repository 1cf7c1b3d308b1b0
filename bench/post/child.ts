import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import MarkdownIt from 'markdown-it';
import { parseSettings } from '../../lambda/core/settings/parse.ts';
import { post } from '../../lambda/post/post.ts';
import { memoryArchive } from '../../test/fakes/memory-archive.ts';
import { memoryDocuments } from '../../test/fakes/memory-documents.ts';
import { memorySite } from '../../test/fakes/memory-site.ts';
import { settingsInput } from '../../test/steps/setting.ts';
import { policyId, savedState } from './state.ts';

/** Processor time of an act in seconds, user and system. */
async function processorSeconds(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Posts the last version as a Lambda that has just started would, and renders its text as a peer does. */
async function main(file: string): Promise<void> {
  const { rows, objects, now, source } = savedState.parse(JSON.parse(readFileSync(file, 'utf8')));
  const documents = memoryDocuments();
  for (const { key, text, contentType } of objects) await documents.write(key, text, contentType);
  const site = memorySite();
  const settings = parseSettings(settingsInput);
  const ports = { archive: memoryArchive(rows), documents, site, settings };
  const version = rows.length;
  const posting = await processorSeconds(() => post(ports, { policyId, version, now }));
  const peer = await processorSeconds(() => new MarkdownIt({ html: true }).render(source));
  const pages = [...site.files.values()].map(({ body }) => body);
  const zipping = await processorSeconds(() => pages.map((page) => gzipSync(page)));
  const again = await processorSeconds(() => post(ports, { policyId, version, now }));
  const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0);
  process.stdout.write(JSON.stringify({ posting, again, peer, zipping, pages: pages.length, bytes }));
}

void main(process.argv[2] ?? '');
