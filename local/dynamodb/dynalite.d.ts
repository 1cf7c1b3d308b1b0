/** dynalite ships no types; these cover what local/dynamodb uses. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** `path`: folder of the LevelDB store, in memory when absent. Times in milliseconds. */
  interface DynaliteOptions {
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }
  export default function dynalite(options?: DynaliteOptions): Server;
}
