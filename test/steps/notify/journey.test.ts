import { customerRows, noticeSetting } from '../notice-setting.ts';

test('every affected customer is mailed once, and a second run sends nothing', async () => {
  const notice = await noticeSetting(customerRows(500));
  expect(await notice.run()).toEqual(['send', 'done']);
  expect(await notice.total()).toMatchObject({ audience: 500, accepted: 500, excepted: 0 });
  expect(new Set(notice.provider.accepted.map(({ id }) => id)).size).toBe(500);
  expect(notice.provider.accepted).toHaveLength(500);

  expect(await notice.run()).toEqual(['done']);
  expect(await notice.total()).toMatchObject({ audience: 500, accepted: 500, excepted: 0 });
  expect(notice.provider.accepted).toHaveLength(500);
});
