import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { indexPages } from '../../../lib/site/index-pages.ts';

/** What CloudFront does with a path: the path it asks the bucket for, or where it sends the reader. */
function asked(uri: string): unknown {
  return runInNewContext(
    `${indexPages}
     var answer = handler({ request: { uri: ${JSON.stringify(uri)} } });
     answer.statusCode === undefined ? answer.uri : answer.statusCode + ' ' + answer.headers.location.value;`,
  );
}

describe('a path of the site', () => {
  test.each([
    ['/', '/index.html'],
    ['/privacy-policy/', '/privacy-policy/index.html'],
    ['/privacy-policy/compare/1...2/', '/privacy-policy/compare/1...2/index.html'],
  ])('%s is the page %s', (uri, object) => {
    expect(asked(uri)).toBe(object);
  });

  test('without its slash is sent to the one with it, where relative links work', () => {
    expect(asked('/privacy-policy')).toBe('301 /privacy-policy/');
  });

  test('of a file stays as it is', () => {
    expect(asked('/privacy-policy/feed.xml')).toBe('/privacy-policy/feed.xml');
  });
});
