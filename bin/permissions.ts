import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { permissionsDocument } from '../lib/permissions-document.ts';
import { PolicyNoticeStack } from '../lib/policy-notice-stack.ts';
import settings from '../policy-notice.config.ts';

/** Writes docs/permissions.md anew from the stack as it would be deployed. */
function writePermissions(): void {
  const root = join(__dirname, '..');
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const app = new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: false,
  });
  const stack = new PolicyNoticeStack(app, 'policy-notice-dev', { settings });
  const assembly = app.synth();
  const page = permissionsDocument(assembly.getStackByName(stack.stackName).template);
  rmSync(assembly.directory, { recursive: true });
  writeFileSync(join(root, 'docs/permissions.md'), page);
}

writePermissions();
