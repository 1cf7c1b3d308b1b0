import { BulkEmailStatus } from '@aws-sdk/client-ses';
import {
  actionOf,
  gravest,
  isRetried,
  refusals,
  retriedPositions,
  wholeCallCode,
} from '../../../lambda/core/outcome/classes.ts';

const key = { segment: 0, seq: 1, suffix: '' };

test('every status that the SDK knows has a meaning', () => {
  const codes = Object.values(BulkEmailStatus).filter((status) => status !== 'Success');
  expect(codes.filter((code) => !Object.hasOwn(refusals, code))).toEqual([]);
});

test.each([
  ['AccountThrottled', 'slow'],
  ['TransientFailure', 'slow'],
  ['AccountDailyQuotaExceeded', 'park'],
  ['AccountSendingPaused', 'pause'],
  ['AccountSuspended', 'pause'],
  ['ConfigurationSetSendingPaused', 'pause'],
  ['MessageRejected', 'except'],
  ['InvalidParameterValue', 'except'],
  ['Failed', 'later'],
  ['MailFromDomainNotVerified', 'pause'],
  ['TemplateDoesNotExist', 'pause'],
  ['SomethingNew', 'except'],
])('%s asks to %s', (code, action) => {
  expect(actionOf(code)).toBe(action);
});

test('a whole call refused for an unknown reason is a fault of ours', () => {
  expect(wholeCallCode('AccessDenied')).toBe('CallRefused');
  expect(actionOf('CallRefused')).toBe('pause');
  expect(wholeCallCode('MessageRejected')).toBe('MessageRejected');
});

test('Failed is tried once more, and what a recipient was refused for never', () => {
  expect(isRetried('Failed', key)).toBe(true);
  expect(isRetried('Failed', { ...key, suffix: 'rf' })).toBe(false);
  expect(isRetried('MessageRejected', key)).toBe(false);
  expect(
    retriedPositions([null, { messageId: 'm' }, { code: 'Failed' }, { code: 'AccountThrottled' }], key),
  ).toEqual({
    soon: [3],
    later: [2],
  });
});

test('the gravest code decides what the sender does', () => {
  expect(
    gravest([{ code: 'MessageRejected' }, { code: 'AccountThrottled' }, { code: 'AccountSendingPaused' }]),
  ).toBe('AccountSendingPaused');
  expect(gravest([null, { messageId: 'm' }])).toBeNull();
});
