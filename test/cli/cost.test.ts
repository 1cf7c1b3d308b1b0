import { policyNotice } from './run.ts';

test('cost prints every line, the sum without SES, the fee of SES and the idle month', async () => {
  const { out, code } = await policyNotice('cost', '--recipients', '1,000,000', '--rate', '100');
  expect(code).toBe(0);
  expect(out).toMatch(/^Claims +20,000 write units x \$0\.625\/M +\$0\.0125 /m);
  expect(out).toMatch(/^Sum without SES +\$0\.5672$/m);
  expect(out).toMatch(/^SES fee .* \$100\.0000 /m);
  expect(out).toMatch(/^Sum +\$100\.5672$/m);
  expect(out).toMatch(/^Sum after the free tiers +\$1\.\d{4}$/m);
});

test.each([
  [['--rate', '0'], 'rate must lie between'],
  [['--rate', 'fast'], 'Give a number'],
  [['--plan', 'gold'], 'Allowed choices are none, essentials'],
])('cost %j is refused with what to write instead', async (args, words) => {
  const { err, code } = await policyNotice('cost', ...args);
  expect(code).not.toBe(0);
  expect(err).toContain(words);
});
