import { createHash } from 'node:crypto';
import { assert, constantFrom, nat, pre, property, string } from 'fast-check';
import * as z from 'zod/mini';
import { required } from '../../lambda/aws/environment.ts';
import { readSettings } from '../../lambda/aws/read-settings.ts';
import { env } from '../../lambda/steps.ts';
import { ErrorName } from '../../lambda/core/errors.ts';
import { parseSettings } from '../../lambda/core/settings/parse.ts';
import { settingsSchema } from '../../lambda/core/settings/schema.ts';
import { schemaMark, sealed } from '../../lambda/core/settings/sealed.ts';
import example from '../../policy-notice.config.ts';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

test.each(Object.values(env))(
  'without %s a step says what is missing and which construct sets it',
  (name) => {
    for (const value of [undefined, '']) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
      expect(() => required(name)).toThrow(expect.objectContaining({ name: ErrorName.BadSettings }));
      expect(() => required(name)).toThrow(new RegExp(`${name} is not set.*lib/`));
    }
    process.env[name] = 'value';
    expect(required(name)).toBe('value');
  },
);

const settings = parseSettings(example);
const given = sealed(settings);

test('settings are read back as they were sealed', () => {
  process.env[env.settings] = given;
  expect(readSettings()).toEqual(settings);
});

test('settings are refused by name when a single character was changed, left out or added since', () => {
  assert(
    property(nat(given.length - 1), constantFrom(0, 1), string({ maxLength: 1 }), (at, cut, put) => {
      const text = given.slice(0, at) + put + given.slice(at + cut);
      pre(text !== given);
      process.env[env.settings] = text;
      expect(() => readSettings()).toThrow(expect.objectContaining({ name: ErrorName.BadSettings }));
    }),
  );
});

test('settings that nobody sealed are refused, and the error says where settings are changed', () => {
  for (const text of ['{', JSON.stringify(settings)]) {
    process.env[env.settings] = text;
    expect(() => readSettings()).toThrow(expect.objectContaining({ name: ErrorName.BadSettings }));
    expect(() => readSettings()).toThrow(/edited since they were deployed.*policy-notice\.config\.ts/s);
  }
});

test('the seal is of this schema: code never takes settings that were proved by another', () => {
  const schema = JSON.stringify(z.toJSONSchema(settingsSchema));
  expect(schemaMark).toBe(createHash('sha256').update(schema).digest('hex').slice(0, 16));
});
