import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { policyPages } from '../../../lambda/core/pages/policy-site.ts';
import { upcomingInput } from './example.ts';

function file(path: string): string {
  return policyPages(upcomingInput).write.find((one) => one.path === path)?.body ?? '';
}

test('the Atom feed has what RFC 4287 asks of a feed and of each entry', () => {
  const xml = file('privacy-policy/feed.xml');
  expect(
    xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"'),
  ).toBe(true);
  const [feed] = parseFragment(xml.slice(xml.indexOf('<feed'))).childNodes;
  const names = children(feed).map(({ tagName }) => tagName);
  for (const name of ['id', 'title', 'updated', 'author'])
    expect(names.filter((one) => one === name)).toHaveLength(1);
  const entries = children(feed).filter(({ tagName }) => tagName === 'entry');
  expect(entries).toHaveLength(2);
  for (const entry of entries) {
    const inside = children(entry).map(({ tagName }) => tagName);
    expect(inside).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'link', 'summary']));
  }
  for (const [, time = ''] of xml.matchAll(/<(?:updated|published)>([^<]*)</gu)) {
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
  }
});

test('the JSON feed has what JSON Feed 1.1 asks', () => {
  expect(JSON.parse(file('privacy-policy/feed.json'))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Privacy Policy · Fjordlight',
    feed_url: 'https://policies.fjordlight.example/privacy-policy/feed.json',
    items: [
      {
        id: 'https://policies.fjordlight.example/privacy-policy/versions/2/',
        content_text: 'Significant change. Effective February 3, 2027.',
        date_published: '2027-01-02T09:30:00Z',
      },
      { id: 'https://policies.fjordlight.example/privacy-policy/versions/1/' },
    ],
  });
});

/** HTML's parser reads `link` as void, which is all Atom needs of it. */
function children(
  node: DefaultTreeAdapterTypes.ChildNode | undefined,
): readonly DefaultTreeAdapterTypes.Element[] {
  if (node === undefined || !('childNodes' in node)) return [];
  return node.childNodes.filter((one) => 'tagName' in one);
}
