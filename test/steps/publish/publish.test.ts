import { BadDate, BadInput } from '../../../lambda/core/errors.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { publish } from '../../../lambda/publish/publish.ts';
import { setting, terms } from '../setting.ts';

const now = '2026-03-02T10:00:00Z';
const policyId = parsePolicyId('terms');
const text = terms('We delete server logs after 30 days.');

test('a dropped text becomes the next version, with its text under its number', async () => {
  const { drop, publishObject, archive, documents } = setting();
  const answer = await publishObject(await drop(text), now);
  expect(answer).toMatchObject({ policyId: 'terms', version: 1, outcome: 'recorded' });
  const [record] = await archive.versions(policyId);
  expect(record).toMatchObject({ version: 1, state: 'published', format: 'md', publishedAt: now });
  expect(documents.text(record?.source ?? '')).toBe(text);
});

test('the same event from a second execution ends as already known', async () => {
  const { drop, publishObject, archive } = setting();
  const object = await drop(text);
  await publishObject(object, now, 'first');
  expect(await publishObject(object, now, 'second')).toMatchObject({ version: 1, outcome: 'known' });
  expect(await archive.versions(policyId)).toHaveLength(1);
});

test('a repeat within the same execution goes on, and restores a text that was never written', async () => {
  const { drop, publishObject, archive, documents, ports } = setting();
  const object = await drop(text);
  const died = {
    ...ports,
    documents: { ...documents, write: () => Promise.reject(new Error('the Lambda died here')) },
  };
  await expect(publish(died, { object, now, execution: 'one' })).rejects.toThrow('died here');
  expect(await publishObject(object, now, 'one')).toMatchObject({ version: 1, outcome: 'recorded' });
  const [record] = await archive.versions(policyId);
  expect(documents.text(record?.source ?? '')).toBe(text);
});

test('a failed run is taken up by resume', async () => {
  const { drop, publishObject, ports } = setting();
  await publishObject(await drop(text), now);
  const answer = await publish(ports, { resume: { policyId: 'terms', version: 1 }, now, execution: 'later' });
  expect(answer).toMatchObject({ version: 1, outcome: 'recorded' });
});

test('the text of the head version again is already known, but going back to an earlier text is a change', async () => {
  const { drop, publishObject } = setting();
  const other = terms('We delete server logs after 90 days.');
  await publishObject(await drop(text), now);
  expect(await publishObject(await drop(text), now)).toMatchObject({ outcome: 'known', version: 1 });
  expect(await publishObject(await drop(other), now)).toMatchObject({ outcome: 'recorded', version: 2 });
  expect(await publishObject(await drop(text), now)).toMatchObject({ outcome: 'recorded', version: 3 });
});

test('an event that arrives after a newer one of the same file is ignored', async () => {
  const { drop, publishObject } = setting();
  const older = await drop(text);
  const newer = await drop(terms('We delete server logs after 90 days.'));
  await publishObject(newer, now, 'b');
  expect(await publishObject(older, now, 'a')).toMatchObject({ outcome: 'known', version: 1 });
});

test('two drops at once get two numbers, each with its own text', async () => {
  const { drop, publishObject, archive, documents } = setting();
  const one = await drop(text, 'terms.md');
  const two = await drop(terms('We delete server logs after 90 days.'), 'terms.txt');
  await Promise.all([publishObject(one, now, 'a'), publishObject(two, now, 'b')]);
  const records = await archive.versions(policyId);
  expect(records.map(({ version }) => version)).toEqual([1, 2]);
  for (const record of records) {
    const dropped = new TextDecoder().decode(
      await documents.read(record.event.key, record.event.objectVersion),
    );
    expect(documents.text(record.source)).toBe(dropped);
  }
});

describe('bad input is refused before anything is recorded', () => {
  const binary = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3]);
  const cases: [string, string | Uint8Array, string, RegExp][] = [
    ['an empty document', '', 'terms.md', /empty/i],
    ['a document of white space', ' \n\t\n', 'terms.md', /empty/i],
    ['a binary document', binary, 'terms.md', /not text/],
    ['an unknown extension', 'text', 'terms.docx', /\.md/],
    ['more than 2 MB', 'words '.repeat(400_000), 'terms.md', /2/],
    ['broken UTF-8', Uint8Array.from([0x41, 0xc3, 0x28, 0x42]), 'terms.md', /UTF-8/],
    ['a policy the settings do not name', 'text', 'cookies.md', /not in the settings/],
    ['a bad policy id', 'text', 'Terms Of Use.md', /policy id/],
    ['a key inside a folder', 'text', 'eu/terms.md', /incoming/],
  ];
  test.each(cases)('%s', async (_, bytes, name, message) => {
    const { drop, publishObject, archive, documents } = setting();
    const object = await drop(bytes, name);
    await expect(publishObject(object, now)).rejects.toThrow(BadInput);
    await expect(publishObject(object, now)).rejects.toThrow(message);
    expect(await archive.versions(policyId)).toEqual([]);
    expect(documents.keys()).toEqual([object.key]);
  });

  test('an object outside incoming/', async () => {
    const { publishObject } = setting();
    const object = { bucket: 'documents', key: 'versions/terms/1/source.md', version: 'v1', sequencer: '1' };
    await expect(publishObject(object, now)).rejects.toThrow(BadInput);
  });

  test('an event that does not say which object version it means', async () => {
    const { drop, publishObject, archive } = setting();
    const object = { ...(await drop(text)), version: '' };
    await expect(publishObject(object, now)).rejects.toThrow(/lacks version/);
    expect(await archive.versions(policyId)).toEqual([]);
  });

  test('an impossible date', async () => {
    const { drop, publishObject, archive } = setting();
    const object = await drop(terms('We keep logs.', 'February 30th, 2026'));
    await expect(publishObject(object, now)).rejects.toThrow(BadDate);
    expect(await archive.versions(policyId)).toEqual([]);
  });

  test('a newly written past date; an unchanged old one is no request', async () => {
    const { drop, publishObject } = setting();
    await publishObject(await drop(text), now);
    const past = terms('We delete server logs after 31 days.', 'May 5th, 2020');
    await expect(publishObject(await drop(past), now)).rejects.toThrow(BadDate);
    const unchanged = terms('We delete server logs after 31 days.');
    expect(await publishObject(await drop(unchanged), now)).toMatchObject({
      outcome: 'recorded',
      version: 2,
    });
  });
});
