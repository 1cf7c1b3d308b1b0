/**
 * Compares our comparison with jsdiff and git in one run: `npx tsx bench/compare.ts [corpus folder]`.
 * The core is bundled first, as for deployment, and that bundle is measured.
 */
import { benchCore, bundleEngine, loadEngine } from './compare/bundle.ts';
import { benchCorpus } from './compare/corpus.ts';
import { benchGenerated } from './compare/generated.ts';
import { benchHostile } from './compare/hostile.ts';

async function main(folder: string | undefined): Promise<void> {
  const bundle = bundleEngine();
  const engine = await loadEngine(bundle);
  benchCore();
  benchGenerated(engine, bundle);
  benchHostile(engine);
  if (folder === undefined) console.log('No corpus folder given: real pairs skipped.');
  else benchCorpus(engine, folder);
}

void main(process.argv[2]);
