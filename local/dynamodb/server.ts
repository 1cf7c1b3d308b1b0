import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { claimFolder } from '../folder-claim.ts';
import type { Running } from '../http-server.ts';
import { listen } from '../http-server.ts';

/** Where the tables are kept: under `dir`, so that the next command finds them, or in memory when it is absent. */
export interface DynamoDbOptions {
  readonly dir?: string;
}

const noWaiting = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };

/** Starts a DynamoDB engine in this process. Throws AlreadyClaimed when another process keeps its tables in `dir`. */
export async function startDynamoDb({ dir }: DynamoDbOptions = {}): Promise<Running> {
  if (dir === undefined) return listen(survivingAborts(dynalite(noWaiting)));
  const release = claimFolder(dir);
  const path = join(dir, 'tables');
  mkdirSync(path, { recursive: true });
  const running = await listen(survivingAborts(dynalite({ ...noWaiting, path })));
  const stop = async (): Promise<void> => {
    await running.stop();
    release();
  };
  return { url: running.url, stop };
}

/** dynalite throws, outside any caller, when a client hangs up in the middle of a request: that must not end the demo. */
function survivingAborts(server: Server): Server {
  return server.on('request', (request) => {
    request.removeAllListeners('error');
    request.on('error', () => request.destroy());
  });
}
