import { readSettings, required } from '../../lambda/aws/environment.ts';
import { env } from '../../lambda/steps.ts';
import { ErrorName } from '../../lambda/core/errors.ts';

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

test.each([
  ['no JSON', '{', 'is not JSON'],
  ['wrong', '{"company":{}}', 'sender'],
])('settings that are %s are refused by name', (_, text, words) => {
  process.env[env.settings] = text;
  expect(() => readSettings()).toThrow(expect.objectContaining({ name: ErrorName.BadSettings }));
  expect(() => readSettings()).toThrow(words);
});
