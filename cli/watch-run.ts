import * as z from 'zod';
import type { PolicyId } from '../lambda/core/ids.ts';
import { parsePolicyId } from '../lambda/core/ids.ts';
import type { Laptop, RunOptions } from '../local/laptop.ts';
import { Parked } from '../local/present-clock.ts';
import type { VirtualClock } from '../local/state-machine/clock.ts';
import { sendingProgress } from './progress.ts';

/** Where a run on the laptop stopped, because the state named waits until then. */
export interface Stop {
  readonly state: string;
  readonly until: Date;
}

/** How a run on the laptop ended: `known` says why nothing happened, `parked` where it waits. */
export interface Outcome {
  readonly policyId: PolicyId;
  readonly version: number;
  readonly known: string | null;
  readonly parked: Stop | null;
}

const ref = z.object({ policyId: z.string(), version: z.int() });
const answer = ref.extend({ outcome: z.string().optional(), why: z.string().optional() });

/** Follows a run with a progress bar while mails go out (`expected`: how many there will be, for the bar alone; null: not known). */
export async function watchRun(
  laptop: Laptop,
  clock: VirtualClock,
  expected: number | null,
  run: (options: RunOptions) => Promise<unknown>,
): Promise<Outcome> {
  const { ses } = laptop.engines;
  // What goes by SendEmail is a test mail.
  const mailed = () => ses.accepted().recipients - (ses.calls.SendEmail ?? 0);
  const before = mailed();
  const progress = sendingProgress(() => mailed() - before);
  let seen: z.infer<typeof ref> | null = null;
  let last = '';
  const onState: RunOptions['onState'] = ({ state, policyId, version }) => {
    last = state;
    if (policyId !== null && version !== null) seen = { policyId, version };
    if (state === 'Send slices') progress.start(expected);
    if (state === 'Report') progress.stop();
  };
  try {
    const { policyId, version, outcome, why } = answer.parse(await run({ clock, onState }));
    const known = outcome === 'known' ? (why ?? '') : null;
    return { policyId: parsePolicyId(policyId), version, known, parked: null };
  } catch (error) {
    if (!(error instanceof Parked)) throw error;
    const { policyId, version } = ref.parse(seen);
    const parked = { state: last, until: error.until };
    return { policyId: parsePolicyId(policyId), version, known: null, parked };
  } finally {
    progress.stop();
  }
}
