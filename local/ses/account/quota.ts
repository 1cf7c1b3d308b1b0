const day = 24 * 60 * 60 * 1000;
/** Sends are remembered by the second: fine enough for a day, and small whatever the volume. */
const grain = 1000;

/**
 * Recipients in a rolling 24 hours: "each time you try to send, SES checks how many you sent in the previous 24 hours".
 * https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html
 */
export class DailyQuota {
  private readonly slots: { at: number; recipients: number }[] = [];
  private total = 0;

  constructor(private readonly clock: () => number) {}

  /** SentLast24Hours of GetSendQuota. */
  used(): number {
    const horizon = this.clock() - day;
    let stale = 0;
    for (const slot of this.slots) {
      if (slot.at > horizon) break;
      this.total -= slot.recipients;
      stale += 1;
    }
    if (stale > 0) this.slots.splice(0, stale);
    return this.total;
  }

  /** True when `recipients` more fit under `limit` (-1 = no limit). */
  allows(recipients: number, limit: number): boolean {
    return limit < 0 || this.used() + recipients <= limit;
  }

  record(recipients: number): void {
    const at = Math.floor(this.clock() / grain) * grain;
    const last = this.slots.at(-1);
    if (last !== undefined && last.at >= at) last.recipients += recipients;
    else this.slots.push({ at, recipients });
    this.total += recipients;
  }

  /** Counts recipients that somebody else in the account sent just now (transactional mail sharing the quota). */
  useElsewhere(recipients: number): void {
    this.record(recipients);
  }
}
