import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Step } from '../../lambda/steps.ts';
import { bundle } from '../../lib/step-function/bundle.ts';

const root = join(__dirname, '../..');
const outdir = join(root, 'cdk.out');

/** The text of a file that does nothing but make the SDK clients of a step, with the same imports. */
export function peerOf(step: Step): string {
  const imported = importsOf(step);
  const lines = [...imported].map(
    ([from, names]) =>
      `import { ${[...names].join(', ')} } from '${from}';\nexport { ${[...names].join(', ')} };`,
  );
  const clients = [...imported]
    .filter(([from]) => from.startsWith('@aws-sdk/client-'))
    .flatMap(([, names]) => [...names].filter((name) => name.endsWith('Client')));
  return `${lines.join('\n')}\nexport const clients = [${clients.map((name) => `new ${name}({})`).join(', ')}];\n`;
}

/** Makes the peer's file as the steps' are made; returns its files by name. */
export function bundlePeer(step: Step): ReadonlyMap<string, Uint8Array> {
  const { outputFiles } = buildSync({
    ...bundle,
    stdin: { contents: peerOf(step), resolveDir: root },
    outfile: join(outdir, 'index.js'),
    sourcemap: true,
    sourcesContent: false,
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.slice(outdir.length + 1), contents]));
}

/** The names that the code of a step imports from the SDK, by package; types are no code. */
function importsOf(step: Step): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of ownFilesOf(step)) {
    for (const [, names = '', from = ''] of readFileSync(join(root, file), 'utf8').matchAll(sdkImport)) {
      const known = found.get(from) ?? new Set();
      for (const name of names.split(',')) if (name.trim() !== '') known.add(name.trim());
      found.set(from, known);
    }
  }
  return found;
}

const sdkImport = /^import \{([^}]*)\} from '(@aws-sdk\/[^']+)';$/gm;

function ownFilesOf(step: Step): string[] {
  const { metafile } = buildSync({
    ...bundle,
    entryPoints: [join(root, 'lambda', step, 'index.ts')],
    absWorkingDir: root,
    outdir,
    metafile: true,
    write: false,
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => file.startsWith('lambda/aws/')),
  );
}
