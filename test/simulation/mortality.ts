import type { Clock } from '../../lambda/core/pacing/clock.ts';
import type { VirtualClock } from '../fakes/virtual-clock.ts';
import type { Random } from './random.ts';

/** How often things go wrong at the boundary of a port, each time it is crossed. */
export interface Faults {
  /** The process dies, before or after the effect. */
  readonly crash: number;
  /** The call throws, before or after the effect. */
  readonly error: number;
  /** The process freezes for up to ten minutes. */
  readonly stall: number;
}

export const noFaults: Faults = { crash: 0, error: 0, stall: 0 };

/** What a call throws that goes wrong on purpose. */
export class InjectedFault extends Error {}

/** One invocation of a Lambda: once it is dead, nothing it had under way ever goes on. */
export class Life {
  private dead = false;
  private announce: () => void = () => undefined;
  readonly death = new Promise<void>((resolve) => {
    this.announce = resolve;
  });

  get isOver(): boolean {
    return this.dead;
  }

  end(): void {
    this.dead = true;
    this.announce();
  }
}

/** Methods of the ports that answer with a stream. */
export const generators = new Set(['batches', 'exceptions', 'minutes']);
const never = new Promise<never>(() => undefined);
const longestStallMs = 600_000;

/** Ports as one mortal invocation sees them. Effects that have left the process happen even if it dies meanwhile. */
export class Mortality {
  constructor(
    private readonly clock: VirtualClock,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly life: Life,
  ) {}

  wrap<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          if (generators.has(String(name))) return this.walk(member.apply(target, args));
          return this.cross(() => member.apply(target, args));
        };
      },
    });
  }

  wrapClock(): Clock {
    const { clock, life } = this;
    return {
      now: () => clock.now(),
      elapsed: () => clock.elapsed(),
      sleep: async (milliseconds) => {
        await clock.sleep(milliseconds);
        if (life.isOver) await never;
      },
    };
  }

  private async cross<T>(effect: () => Promise<T>): Promise<T> {
    await this.gate('before');
    const answer = await effect();
    await this.gate('after');
    return answer;
  }

  private async *walk(items: AsyncIterable<unknown>): AsyncGenerator {
    await this.gate('before');
    yield* items;
    await this.gate('after');
  }

  private async gate(when: string): Promise<void> {
    const { life, random, faults } = this;
    if (life.isOver) await never;
    if (random.chance(faults.stall)) await this.clock.sleep(random.below(longestStallMs));
    if (life.isOver) await never;
    if (random.chance(faults.crash)) {
      life.end();
      await never;
    }
    if (random.chance(faults.error)) throw new InjectedFault(`Injected ${when} a call.`);
  }
}
