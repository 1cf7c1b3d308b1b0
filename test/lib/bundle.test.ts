import { join } from 'node:path';
import { build } from 'esbuild';
import type { Step } from '../../lambda/steps.ts';
import { env, environment, steps } from '../../lambda/steps.ts';
import { bundle } from '../../lib/step-function/bundle.ts';

const root = join(__dirname, '../..');
/** Longer files take longer to start, and a step starts while a customer's notice waits. */
const largest = 1_000_000;

/** The SDK client that an address in the environment needs. */
const clientOf: Readonly<Record<string, string>> = {
  [env.archiveTable]: 'client-dynamodb',
  [env.noticesTable]: 'client-dynamodb',
  [env.customersTable]: 'client-dynamodb',
  [env.documentsBucket]: 'client-s3',
  [env.siteBucket]: 'client-s3',
  [env.configurationSet]: 'client-ses',
};

async function bundled(step: Step): Promise<{ bytes: number; clients: Set<string> }> {
  const { metafile } = await build({
    ...bundle,
    entryPoints: [join(root, 'lambda', step, 'index.ts')],
    absWorkingDir: root,
    outdir: '/',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.keys(output?.inputs ?? {}).join('\n');
  const clients = [...inputs.matchAll(/node_modules\/@aws-sdk\/(client-[a-z0-9-]+)\//g)];
  return { bytes: output?.bytes ?? 0, clients: new Set(clients.map(([, name = '']) => name)) };
}

test.each(steps.map((step) => [step]))(
  'the code of %s is at most 1 MB, with the SDK clients it uses and no others',
  async (step) => {
    const { bytes, clients } = await bundled(step);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(largest);
    const used = environment[step].flatMap((name) => clientOf[name] ?? []);
    expect(clients).toEqual(new Set(used));
  },
);
