import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Step } from '../../lambda/steps.ts';
import type { CodeFile } from './bundle.ts';
import { bundleSteps } from './bundle.ts';

const lambda = join(__dirname, '../../lambda');

/** The code of the steps, each an asset of its own; bundled together when the first is needed. */
export class StepCode {
  private files: readonly CodeFile[] = [];

  /** Bundled when the stack is synthesised to be deployed, and not when it is only looked at. */
  of(step: Step): Code {
    return Code.fromAsset(join(lambda, step), {
      // Code that is the same is not uploaded again, whatever was done to its sources.
      assetHashType: AssetHashType.OUTPUT,
      bundling: {
        // Never pulled: esbuild is here.
        image: DockerImage.fromRegistry('scratch'),
        local: { tryBundle: (folder) => this.write(step, folder) },
      },
    });
  }

  private write(step: Step, folder: string): true {
    if (this.files.length === 0) this.files = bundleSteps();
    for (const file of this.files)
      if (file.step === step) writeFileSync(join(folder, file.name), file.contents);
    return true;
  }
}
