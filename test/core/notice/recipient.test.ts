import * as fc from 'fast-check';
import Handlebars from 'handlebars';
import { composeNotice } from '../../../lambda/core/notice/compose.ts';
import { noticeVariables } from '../../../lambda/core/notice/model.ts';
import { recipientVariables } from '../../../lambda/core/notice/recipient.ts';
import { noticeInput } from './example.ts';
import { anyText } from '../../any-text.ts';

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['  Ada \t Lovelace ', 'Ada Lovelace'],
  ['Ada\r\nBcc: x@evil.example', 'Ada Bcc: x@evil.example'],
  ['A\u0000d\u0007a', 'Ada'],
  ['\u202EadA\u2066', 'adA'],
  ['Ze\u0301lie', 'Zélie'],
  ['Zoë 👩‍🚀', 'Zoë 👩‍🚀'],
])('the name %j is written as %j', (name, shown) => {
  expect(recipientVariables(name, 'en').name).toBe(shown);
});

test('a customer without a name is greeted by a neutral word of the language', () => {
  expect(recipientVariables('', 'en').name).toBe('customer');
  expect(recipientVariables(' \u200B\u202E', 'de').name).toBe('werte Kundschaft');
  expect(recipientVariables('', 'fr-CA').name).toBe('chère cliente, cher client');
  expect(recipientVariables('', 'pt').name).toBe('customer');
});

test('a name that is an advertisement is no name', () => {
  expect(recipientVariables('Win at https://evil.example', 'en').name).toBe('customer');
  expect(recipientVariables('www.evil.example', 'en').name).toBe('customer');
});

test('a name of ten kilobytes is cut to a hundred characters', () => {
  expect(Array.from(recipientVariables('é'.repeat(10_000), 'en').name)).toHaveLength(100);
});

test('whatever the name, it stays on one line, and the mail it is written into keeps its shape', () => {
  const { html, text } = composeNotice(noticeInput('en'));
  const write = Handlebars.compile(html, { noEscape: true });
  const plain = Handlebars.compile(text, { noEscape: true });
  const tags = (page: string): readonly string[] => page.match(/<[^>]*>/gu) ?? [];
  const shape = tags(html).join('');
  fc.assert(
    fc.property(
      anyText({ maxLength: 120 }),
      fc.constantFrom('<b>', '{{x}}', '"', "' onload=`"),
      (name, trick) => {
        const variables = recipientVariables(`${name}${trick}`, 'en');
        expect(Object.keys(variables)).toEqual([...noticeVariables]);
        expect(variables.name).not.toMatch(/[\p{Control}\u2028\u2029]/u);
        expect(tags(write(variables)).join('')).toBe(shape);
        expect(plain(variables).split('\n')).toHaveLength(text.split('\n').length);
      },
    ),
    { numRuns: 40 },
  );
});
