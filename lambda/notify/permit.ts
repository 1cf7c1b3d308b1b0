import type { Transport } from '../core/ledger/meta.ts';
import { Pacer } from '../core/pacing/pacer.ts';
import type { Assignment } from './ports.ts';

/** Time to finish what is under way: the longest request, its record, and a margin. */
const stopBeforeDeadlineMs = 45_000;
const unreachableHoldMs = 10_000;
const longestUnknownHoldMs = 300_000;

/** Says before each call whether it may go: pace, budget, deadline, and what people want of the run. */
export class Permit {
  readonly pacer: Pacer;
  private readonly lastStart: number;
  private left: number;
  private stopped = false;
  private unknownInARow = 0;
  private way: Transport = 'bulk';
  private stage: number | null = null;

  constructor(
    private readonly assignment: Assignment,
    remaining: number,
  ) {
    const { clock, slice } = assignment;
    this.pacer = new Pacer(clock, slice.rate);
    this.lastStart = clock.elapsed() + remaining - stopBeforeDeadlineMs;
    this.left = slice.budget;
  }

  get transport(): Transport {
    return this.way;
  }

  /** The stage a large notice is in, as the control item says it: recipients, null for all. */
  get ceiling(): number | null {
    return this.stage;
  }

  get isStopped(): boolean {
    return this.stopped || this.assignment.clock.elapsed() > this.lastStart;
  }

  /** Recipients a call: fewer while SES throttles us, because a call must not be larger than half a second's worth. */
  get callSize(): number {
    const { callSize, rate } = this.assignment.slice;
    return Math.max(1, Math.floor((callSize * this.pacer.pace) / rate));
  }

  /**
   * Waits for the turn of a call; false when nothing more is to be sent. A granted call counts against the budget, and
   * is claimed before `look` says whether it may be made.
   */
  async grant(recipients: number): Promise<boolean> {
    if (this.isStopped || !this.hasRoom(recipients)) return this.stop();
    if (!(await this.pacer.turn(this.way === 'bulk' ? recipients : 1, this.lastStart))) return this.stop();
    if (!this.hasRoom(recipients)) return this.stop();
    this.left -= recipients;
    return true;
  }

  /** The same for one further mail of a batch that was granted as a whole. */
  async grantNext(): Promise<boolean> {
    if (this.isStopped || !(await this.pacer.turn(1, this.lastStart))) return this.stop();
    return this.look();
  }

  /**
   * Is the notice still to go on? To be asked between a claim and its call: who stops a notice then either finds the
   * claim, or no call follows it.
   */
  async look(): Promise<boolean> {
    const { ledger, meta } = this.assignment;
    const { run, transport, ceiling } = await ledger.control(meta);
    this.way = transport;
    this.stage = ceiling;
    return run === 'run' || this.stop();
  }

  /** Gives back what was certainly not sent. */
  refund(recipients: number): void {
    this.left += recipients;
  }

  /** Nothing more from this sender in this round. */
  stop(): false {
    this.stopped = true;
    return false;
  }

  /** Lets a server rest that cannot be reached. */
  unreachable(): void {
    this.pacer.hold(unreachableHoldMs);
  }

  /** Every unknown outcome is up to 50 customers held for a person: after each one in a row the wait doubles. */
  unknown(): void {
    this.unknownInARow += 1;
    this.pacer.hold(Math.min(longestUnknownHoldMs, unreachableHoldMs * 2 ** (this.unknownInARow - 1)));
  }

  answered(): void {
    this.unknownInARow = 0;
  }

  /** A batch of an earlier round may be larger than all the room of this one: it goes first, and SES says how much is too much. */
  private hasRoom(recipients: number): boolean {
    return this.left >= recipients || this.left === this.assignment.slice.budget;
  }
}
