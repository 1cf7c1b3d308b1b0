import { once } from 'node:events';
import type { Server } from 'node:http';
import * as z from 'zod';

const inet = z.object({ address: z.string(), port: z.int() });

/** Something that listens on 127.0.0.1 until it is stopped; stopping twice is harmless. */
export interface Running {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Binds a server to 127.0.0.1; port 0 takes any free one. Rejects with the system's error when the port is taken. */
export async function listen(server: Server, port = 0): Promise<Running> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { address, port: bound } = inet.parse(server.address());
  let stopped: Promise<void> | undefined;
  return {
    url: `http://${address}:${bound}`,
    stop: () => (stopped ??= close(server)),
  };
}

/** Kept-alive connections of browsers and SDK clients would hold the process open, so they are cut. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
