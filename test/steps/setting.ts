import { assess } from '../../lambda/assess/assess.ts';
import type { PostAnswer, PublishAnswer } from '../../lambda/contract.ts';
import { documentKeys } from '../../lambda/core/documents.ts';
import type { SettingsInput } from '../../lambda/core/settings/settings.ts';
import { parseSettings } from '../../lambda/core/settings/parse.ts';
import { post } from '../../lambda/post/post.ts';
import { publish } from '../../lambda/publish/publish.ts';
import { memoryArchive } from '../fakes/memory-archive.ts';
import { memoryDocuments } from '../fakes/memory-documents.ts';
import { memorySite } from '../fakes/memory-site.ts';

export const settingsInput: SettingsInput = {
  company: {
    name: 'Tern Mail',
    legalName: 'Tern Mail Ltd',
    postalAddress: ['1 Quay Street', 'Port Ellery PE1 1AA'],
    website: 'https://tern.example',
    contact: 'privacy@tern.example',
  },
  sender: { address: 'privacy@notices.tern.example', displayName: 'Tern Mail' },
  site: { url: 'https://policies.tern.example' },
  policies: { terms: { name: { en: 'Terms of Service' } } },
};

/** A text with one clause to vary, and the date line every policy ends in. */
export function terms(clause: string, date = 'January 3rd, 2017'): string {
  return `# Terms of Service

## 1. Storage

We keep your messages on servers in Port Ellery.

## 2. Logs

${clause}

## 3. Changes

Most changes are minor and are posted as they occur. We will tell you about significant changes by email.

Effective Date: ${date}
`;
}

/** A company with memory behind every port, and the steps up to posting as verbs. */
export function setting(changes: Partial<SettingsInput> = {}) {
  const ports = {
    archive: memoryArchive(),
    documents: memoryDocuments(),
    site: memorySite(),
    settings: parseSettings({ ...settingsInput, ...changes }),
  };
  let drops = 0;

  const drop = async (text: string | Uint8Array, name = 'terms.md') => {
    const key = `${documentKeys.incoming}${name}`;
    await ports.documents.write(key, text, 'text/plain');
    drops += 1;
    const version = ports.documents.objectVersions(key).at(-1) ?? '';
    return { bucket: 'documents', key, version, sequencer: `00${drops.toString(16).toUpperCase()}` };
  };
  const publishObject = (object: Awaited<ReturnType<typeof drop>>, now: string, execution = `run-${drops}`) =>
    publish(ports, { object, now, execution });
  const release = async (text: string, now: string): Promise<PublishAnswer & PostAnswer> => {
    const published = await publishObject(await drop(text), now);
    await assess(ports, { ...published, now });
    return { ...published, ...(await post(ports, { ...published, now })) };
  };
  return { ...ports, ports, drop, publishObject, release };
}
