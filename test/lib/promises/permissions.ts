import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Step } from '../../../lambda/steps.ts';
import { steps } from '../../../lambda/steps.ts';
import { permissionsDocument } from '../../../lib/permissions-document.ts';
import type { Synthesised } from '../synthesised.ts';
import { actionsOf } from '../synthesised.ts';
import { actionsReached, callersOf } from './sdk-calls.ts';

/** Granted without a call of its own: what the platform does in a step's name, and what a call needs besides. */
const withoutCall = [
  /^logs:(CreateLogStream|PutLogEvents)$/,
  /^xray:/,
  // Lambda takes messages from the queue of a step in its name.
  /^sqs:/,
  // DynamoDB and S3 use the key in the name of the caller.
  /^kms:/,
  // Tells "not there" from "forbidden"; a GetObject that names a version.
  /^s3:(ListBucket|GetObjectVersion)$/,
  // A PutObject that locks what it writes.
  /^s3:PutObjectRetention$/,
];

/** Loaded because an adapter has it beside what the step uses, not granted, and called by this method, which it never does. */
const loadedOnly: Readonly<Partial<Record<Step, Readonly<Record<string, RegExp>>>>> = {
  publish: { 'dynamodb:UpdateItem': /\.advance\(/ },
  assess: { 'dynamodb:PutItem': /\.append\(/ },
  approve: { 'dynamodb:PutItem': /\.append\(/ },
  ask: { 'dynamodb:GetItem': /\.(read|open|answer|expire|token)\(/ },
  post: { 'dynamodb:PutItem': /\.append\(/ },
  preflight: { 'dynamodb:PutItem': /\.append\(/, 'dynamodb:Query': /\.versions\(/ },
  report: { 's3:GetObject': /documents\.read\(/ },
};

/** What is granted is what is called, and docs/permissions.md says so. */
export function permissionPromises(stack: () => Synthesised): void {
  describe('what is granted and what is called', () => {
    test.each(steps.map((step) => [step]))('are the same for %s', (step) => {
      const granted = actionsOf(stack(), step).filter(
        (action) => !withoutCall.some((one) => one.test(action)),
      );
      const spare = Object.keys(loadedOnly[step] ?? {});
      expect(actionsReached(step)).toEqual([...granted, ...spare].sort());
    });

    test('are the same because what is loaded and not granted is not called either', () => {
      const called = steps.flatMap((step) =>
        Object.values(loadedOnly[step] ?? {}).flatMap((method) => callersOf(step, method)),
      );
      expect(called).toEqual([]);
    });

    test('is on the page docs/permissions.md as it stands in the template', () => {
      const page = readFileSync(join(__dirname, '../../../docs/permissions.md'), 'utf8');
      // When it differs: npm run permissions.
      expect(page).toBe(permissionsDocument({ Resources: stack().resources }));
    });
  });
}
