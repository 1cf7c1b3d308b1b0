import { amendVersion } from '../../../cli/amend-version.ts';
import { directNotice, liveNotice } from '../../../cli/direct-notice.ts';
import type { ReportAnswer } from '../../../lambda/contract.ts';
import { addDays } from '../../../lambda/core/calendar/local-date.ts';
import type { LocalDate } from '../../../lambda/core/ids.ts';
import type { Run } from '../../../lambda/core/ledger/meta.ts';
import { notify } from '../../../lambda/notify/notify.ts';
import { prepare } from '../../../lambda/prepare/prepare.ts';
import { report } from '../../../lambda/report/report.ts';
import { settle } from '../../../lambda/settle/settle.ts';
import { decidedOn, type noticeSetting, policyId } from '../notice-setting.ts';

type Notice = Awaited<ReturnType<typeof noticeSetting>>;

/** A week after the date that was announced. */
export const later = addDays(decidedOn, 38);

/** A person's orders about version 2, and the steps of a correction as verbs. */
export function amended({ ports, archive, clock, provider }: Notice) {
  let invocations = 0;
  const switched: string[] = [];
  const sending = { off: async () => void switched.push('off'), on: async () => void switched.push('on') };
  const input = (correction: number) => ({ policyId, version: 2, correction, now: clock.iso() });
  const amend = (to: LocalDate | null) => {
    const amending = { by: 'Ada', reason: 'The office is closed.', at: clock.iso() };
    return amendVersion({ ...ports, sending }, { policyId, version: 2 }, to, amending);
  };
  /** The state machine from prepare to done. Returns the actions it went through. */
  const run = async (correction = 1): Promise<string[]> => {
    const actions: string[] = [];
    for (;;) {
      if (actions.length > 500) throw new Error(`No end after ${actions.slice(-5).join(', ')}.`);
      const { action, until, slices } = await clock.run(prepare(ports, input(correction)));
      actions.push(action);
      if (action === 'done') return actions;
      if (action === 'wait') await clock.run(clock.sleep(Date.parse(until) - clock.now()));
      if (action === 'settle') await settle(ports, input(correction));
      invocations += 1;
      const sending = slices.map((slice) =>
        notify(
          ports,
          { ...input(correction), slice },
          { owner: `correction-${invocations}-${slice.sender}`, remaining: 900_000 },
        ),
      );
      await clock.run(Promise.all(sending));
    }
  };
  const total = (correction = 1): Promise<ReportAnswer> => clock.run(report(ports, input(correction)));
  const reportOf = async (correction = 1) => {
    const key = `versions/terms/00000002/correction-${correction}.report.json`;
    return JSON.parse(new TextDecoder().decode(await ports.documents.read(key)));
  };
  /** What a person says of the notice that is under way. */
  const say = async (what: Run): Promise<void> => {
    const notice = await liveNotice(archive, { policyId, version: 2 });
    await directNotice({ ...ports, sending }, notice, what, { by: 'Ada', reason: 'A mistake.' });
  };
  return { amend, say, switched, run, total, reportOf, archive, provider };
}
