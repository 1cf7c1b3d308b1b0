import { App } from 'aws-cdk-lib';
import { NamedError } from '../lambda/core/errors.ts';
import { parseSettings } from '../lambda/core/settings/parse.ts';
import { PolicyNoticeStack } from '../lib/policy-notice-stack.ts';
import { checkSecurity } from '../lib/security-rules.ts';
import { placeOf, refuseSharedDomain, settingsOf, stageOf } from '../lib/stage.ts';
import written from '../policy-notice.config.ts';

/** The deployment, and the only reader of its environment: `-c stage=<name>`, and the caller's account and region. */
function deployment(): PolicyNoticeStack {
  const app = new App({ analyticsReporting: false });
  checkSecurity(app);
  const settings = parseSettings(written);
  const stage = stageOf(settings, app.node.tryGetContext('stage'));
  const env = placeOf(stage, {
    account: process.env['CDK_DEFAULT_ACCOUNT'],
    region: process.env['CDK_DEFAULT_REGION'],
  });
  refuseSharedDomain(settings, stage, env);
  return new PolicyNoticeStack(app, `policy-notice-${stage.name}`, {
    settings: settingsOf(settings, stage),
    env,
    identity: stage.identity,
    // Deleted by a slip, it would leave every announced change without its effective date.
    terminationProtection: stage.name === 'production',
  });
}

try {
  deployment();
} catch (error) {
  if (!(error instanceof NamedError)) throw error;
  console.error(error.message);
  // At once: the CDK would otherwise synthesise what was made so far when the process ends.
  process.exit(2);
}
