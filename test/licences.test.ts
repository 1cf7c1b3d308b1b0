import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Licences that ask for no more than their own text, in a product and in a service. */
const allowed = new Set([
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  // argparse, for reading YAML in the CDK; at synthesis only.
  'PSF-2.0',
]);

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

/** `(MIT OR GPL-3.0-or-later)` is good when one of them is, `(MIT AND X)` when all are. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => allowed.has(one));
}

test('everything that is deployed, or run to deploy, is under a licence that permits it', () => {
  const text = readFileSync(join(__dirname, '../package-lock.json'), 'utf8');
  const production = Object.entries(lockfile.parse(JSON.parse(text)).packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true,
  );
  expect(production.length).toBeGreaterThan(20);
  const refused = production
    .filter(([, { license = 'none given' }]) => !isAllowed(license))
    .map(([path, { license }]) => `${path}: ${license ?? 'none given'}`);
  expect(refused).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND GPL-3.0-or-later)', false],
  ['GPL-3.0-or-later', false],
  ['UNLICENSED', false],
])('a licence %s is allowed: %s', (expression, is) => {
  expect(isAllowed(expression)).toBe(is);
});
