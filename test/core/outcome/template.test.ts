import { ErrorName } from '../../../lambda/core/errors.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { templateOf } from '../../../lambda/core/outcome/template.ts';

const ref = { policyId: parsePolicyId('a'.repeat(40)), version: 1234 };
const notice = { language: 'en', subject: 'Terms', text: 'Dear {{name}}', html: '<p>{{nameHtml}}</p>' };

test('the name fits SES and changes with the content alone', () => {
  const { name } = templateOf(ref, 'en', notice);
  expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  expect(templateOf(ref, 'en', { ...notice }).name).toBe(name);
  for (const part of ['subject', 'text', 'html']) {
    expect(templateOf(ref, 'en', { ...notice, [part]: 'other' }).name).not.toBe(name);
  }
});

test('a correction has a name of its own, which fits as well', () => {
  const { name } = templateOf({ ...ref, correction: 12 }, 'en', notice);
  expect(name).toMatch(/^notice-a+-1234c12-en-[0-9a-f]{8}$/);
  expect(name.length).toBeLessThanOrEqual(64);
});

test('a notice over the size limit of SES is refused, counted in bytes', () => {
  expect(() => templateOf(ref, 'en', { ...notice, html: 'x'.repeat(500_000) })).not.toThrow();
  expect(() => templateOf(ref, 'en', { ...notice, html: 'ü'.repeat(256_000) })).toThrow(
    expect.objectContaining({ name: ErrorName.BadInput }),
  );
});
