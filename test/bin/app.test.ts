import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test.each([
  [
    'a stage the settings do not name',
    'prod',
    /^The stage "prod" is not in the settings \(they name dev, production\)\. /,
  ],
  [
    'production that could be anywhere',
    'production',
    /^stages\.production names no account and region, .*Name both/,
  ],
])('%s ends the synthesis with what to do, and nothing else', (_, stage, message) => {
  const root = join(__dirname, '../..');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], CDK_CONTEXT_JSON: JSON.stringify({ stage }) },
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(message),
  });
  expect(stderr.trimEnd()).not.toContain('\n');
});
