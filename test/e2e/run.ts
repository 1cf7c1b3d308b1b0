import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { endCommands } from './command.ts';
import type { Engine } from './engine/engine.ts';
import { startEngine } from './engine/engine.ts';
import { installEngine } from './engine/install.ts';
import { startInbox } from './inbox.ts';
import { journey } from './journey.ts';
import { print, seconds, step } from './progress.ts';

const folder = join(__dirname, '../../.local/e2e');

// The SDK's reminder to upgrade Node is for those who maintain this project.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const python = await step('The engine is installed', async (note) => {
    const { python, fresh } = await installEngine();
    note(fresh ? 'into .venv' : 'was in .venv');
    return python;
  });
  const inbox = await startInbox();
  let engine: Engine | null = null;
  const stop = async (): Promise<void> => {
    endCommands();
    await engine?.stop();
    await inbox.stop();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => void stop().finally(() => process.exit(130)));
  }
  try {
    engine = await step('The engine runs, with TLS and IAM policies enforced', async (note) => {
      const started = await startEngine(python, folder, inbox.port);
      note(started.endpoint);
      return started;
    });
    await journey(engine, inbox, join(folder, 'checkout'));
    print(`\nDeployed, announced, updated and announced again in ${seconds()}.`);
  } catch (error) {
    print(`\n${error instanceof Error ? error.stack : String(error)}`);
    print(
      `\nThe end of the engine's log (all of it: ${join(folder, 'engine.log')}):\n${engine?.logTail(40)}`,
    );
    process.exitCode = 1;
  } finally {
    await stop();
  }
}

void main();
