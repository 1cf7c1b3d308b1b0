import type { VersionRecord } from '../core/archive.ts';
import type { Ledger } from '../core/ledger/ledger.ts';

/** Why a notice is not to go on, or null: its version was withdrawn, or customers are being told of a newer one. */
export function overtakenBy(versions: readonly VersionRecord[], record: VersionRecord): string | null {
  if (record.state === 'withdrawn') return `Version ${record.version} was withdrawn.`;
  const newer = versions.find((one) => one.version > record.version && isAnnounced(one));
  return newer === undefined
    ? null
    : `Version ${newer.version} is announced instead of version ${record.version}.`;
}

/** A newer version that is posted without a notice of its own (a correction of spelling) changes nothing for this one. */
function isAnnounced({ state, decision, announcedAt }: VersionRecord): boolean {
  if (announcedAt !== null) return state !== 'withdrawn';
  return decision?.notify === true && (state === 'upcoming' || state === 'current');
}

/**
 * Stops the notices of earlier versions that may still be going out. Returns whether any was running: its senders
 * look before each call, so they have stopped once the calls in flight are over.
 */
export async function stopEarlier(
  ledger: Ledger,
  versions: readonly VersionRecord[],
  record: VersionRecord,
): Promise<boolean> {
  const running = versions.filter(
    (one) => one.version < record.version && one.announcedAt !== null && one.totals === null,
  );
  let stopped = false;
  for (const earlier of running) {
    if ((await ledger.meta(earlier)) === null || (await ledger.control(earlier)).run === 'stop') continue;
    const reason = `Version ${record.version} is announced instead.`;
    await ledger.direct(earlier, { run: 'stop', by: 'prepare', reason });
    stopped = true;
  }
  return stopped;
}
