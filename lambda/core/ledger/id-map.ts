import type { RecipientId } from '../customer/recipient.ts';
import { encodeId } from '../customer/recipient.ts';

const idBytes = 16;
/** Slots in use before the table doubles: beyond this, chains of taken slots grow long. */
const fullest = 0.7;

/**
 * From recipient ids to numbers of 1 to 255, in 17 bytes a slot: a Set of 625,000 ids as text takes some 60 MB, this
 * takes 18. An open-addressed table; the ids are parts of an HMAC, so their first bytes are as good as any hash.
 */
export class IdMap {
  private ids: Uint8Array;
  private values: Uint8Array;
  private count = 0;

  /** `slots`: a power of two; the table grows by itself. */
  constructor(slots = 1024) {
    this.ids = new Uint8Array(slots * idBytes);
    this.values = new Uint8Array(slots);
  }

  get size(): number {
    return this.count;
  }

  /** 0 for an id that is not there. */
  get(id: RecipientId): number {
    return this.values[this.slotOf(bytesOf(id))] ?? 0;
  }

  set(id: RecipientId, value: number): void {
    this.put(bytesOf(id), value);
    if (this.count > this.values.length * fullest) this.grow();
  }

  /** In no order that means anything. */
  *entries(): Generator<readonly [id: RecipientId, value: number]> {
    for (const [slot, value] of this.values.entries()) {
      if (value > 0) yield [encodeId(this.idAt(slot)), value];
    }
  }

  private put(id: Uint8Array, value: number): void {
    const slot = this.slotOf(id);
    if (this.values[slot] === 0) {
      this.ids.set(id, slot * idBytes);
      this.count += 1;
    }
    this.values[slot] = value;
  }

  /** Where the id is, or the free slot where it would be. */
  private slotOf(id: Uint8Array): number {
    const last = this.values.length - 1;
    let slot = Buffer.from(id.buffer, id.byteOffset, idBytes).readUInt32LE() & last;
    while (this.values[slot] !== 0 && Buffer.compare(this.idAt(slot), id) !== 0) slot = (slot + 1) & last;
    return slot;
  }

  private idAt(slot: number): Uint8Array {
    return this.ids.subarray(slot * idBytes, (slot + 1) * idBytes);
  }

  private grow(): void {
    const { ids, values } = this;
    this.ids = new Uint8Array(ids.length * 2);
    this.values = new Uint8Array(values.length * 2);
    this.count = 0;
    for (const [slot, value] of values.entries())
      if (value > 0) this.put(ids.subarray(slot * idBytes, (slot + 1) * idBytes), value);
  }
}

function bytesOf(id: RecipientId): Uint8Array {
  return Buffer.from(id, 'base64url');
}
