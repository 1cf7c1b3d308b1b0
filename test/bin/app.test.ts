import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('a stage the settings do not name ends the synthesis with what to do, and nothing else', () => {
  const root = join(__dirname, '../..');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], CDK_CONTEXT_JSON: '{"stage":"prod"}' },
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^The stage "prod" is not in the settings \(they name dev, production\)\. [^\n]*\n$/,
    ),
  });
});
