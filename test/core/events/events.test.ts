import * as fc from 'fast-check';
import { recipientId } from '../../../lambda/core/customer/recipient.ts';
import { batchOfLine, readLine } from '../../../lambda/core/events/line.ts';
import { eventRoutes } from '../../../lambda/core/events/routes.ts';
import { heardValues, standsFor } from '../../../lambda/core/events/sample.ts';
import { parsePolicyId } from '../../../lambda/core/ids.ts';
import { batchName, freshBatch } from '../../../lambda/core/ledger/batch.ts';
import { readTags, tagsOf } from '../../../lambda/core/ledger/tags.ts';
import { readingsOf, testimonyOn } from '../../../lambda/settle/testimony.ts';
import { lineOf } from '../../../local/events/line.ts';
import { matches } from '../../../local/events/match.ts';

const minute = 60_000;
const notice = { policyId: parsePolicyId('terms'), version: 7 };
const ids = [0, 1].map((n) => recipientId(new Uint8Array(32), `c-${n}`));
const batchAt = (seq: number, claimedAt = 0) =>
  freshBatch({
    key: { segment: 0, seq, suffix: '' },
    owner: 'o',
    claimedAt,
    language: 'en',
    mark: '',
    since: 1,
    openFrom: 1,
    ids,
  });

describe('who is listened to', () => {
  const key = fc.record({ segment: fc.nat({ max: 99 }), seq: fc.integer({ min: 1, max: 1e7 }) });
  const large = { feedback: 'required', expected: 1_000_000 } as const;

  test('everybody while a notice is small or in its first stages, nobody when events are off', () => {
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 1e8 }), (at, ceiling) => {
        expect(standsFor({ ...large, expected: 9_999 }, at, null)).toBe(1);
        expect(standsFor(large, at, ceiling)).toBe(1);
        expect(standsFor({ ...large, feedback: 'off' }, at, ceiling)).toBe(0);
      }),
    );
  });

  test('afterwards one batch of each twenty in a row, which stands for all of them', () => {
    fc.assert(
      fc.property(key, ({ segment, seq }) => {
        const first = seq - (seq % 20);
        const weights = Array.from({ length: 20 }, (_, n) =>
          standsFor(large, { segment, seq: first + n }, null),
        );
        expect(weights.reduce((sum, one) => sum + one, 0)).toBe(20);
        for (const one of weights) expect(['0', ...heardValues]).toContain(String(one));
      }),
    );
  });

  test('and not always the same of the twenty: a rhythm of small batches is not mistaken for all', () => {
    for (const rhythm of [2, 4, 5, 10, 20]) {
      const heard = Array.from({ length: 20_000 }, (_, n) => n + 1).filter(
        (seq) => standsFor(large, { segment: 3, seq }, null) > 0,
      );
      for (let beat = 0; beat < rhythm; beat += 1) {
        const share = heard.filter((seq) => seq % rhythm === beat).length / heard.length;
        expect(Math.abs(share * rhythm - 1)).toBeLessThan(0.5);
      }
    }
  });

  test('is said by a tag, and comes back from it', () => {
    for (const stands of [0, 1, 20]) {
      const tags = tagsOf(notice, { ...batchAt(20), standsFor: stands });
      expect('heard' in tags).toBe(stands > 0);
      expect(readTags({ ...tags, rid: ids[0] })?.standsFor).toBe(stands);
    }
    expect(readTags({ ...tagsOf(notice, batchAt(1)), rid: ids[0], heard: 'all' })).toBeNull();
  });
});

describe('the way of an event', () => {
  const routes = eventRoutes('notices');
  const event = (eventType: string, tags: Readonly<Record<string, string>>, set = 'notices') => ({
    source: 'aws.ses',
    time: '2026-01-05T09:00:00Z',
    detail: {
      eventType,
      mail: {
        messageId: 'm',
        destination: ['ada@mail.example'],
        tags: Object.fromEntries(
          Object.entries({ ...tags, 'ses:configuration-set': set }).map(([name, value]) => [name, [value]]),
        ),
      },
    },
  });
  const ways = (of: unknown) =>
    (['undelivered', 'heard', 'all'] as const).filter((route) => matches(routes[route], of));
  const batch = { notice: 'terms-7', batch: 'S0-00000001', rid: ids[0]! };
  const counted = { ...batch, heard: '20' };
  const canary = { notice: 'terms-7', canary: '1', heard: '1' };

  test.each([
    ['Send', batch, ['all']],
    ['Send', counted, ['heard', 'all']],
    ['Delivery', counted, ['all']],
    ['DeliveryDelay', counted, ['all']],
    ['Bounce', batch, ['undelivered', 'all']],
    ['Bounce', counted, ['undelivered', 'all']],
    ['Complaint', batch, ['undelivered', 'all']],
    ['Reject', batch, ['undelivered', 'all']],
    ['Rendering Failure', batch, ['undelivered', 'all']],
    ['Send', canary, ['heard']],
    ['Send', { campaign: 'spring' }, []],
  ])('%s of a mail tagged %j is %j', (eventType, tags, expected) => {
    expect(ways(event(eventType, tags))).toEqual(expected);
    expect(ways(event(eventType, tags, 'newsletter'))).toEqual([]);
  });

  test('of another source is none, and an operator nobody wrote here is no match by chance', () => {
    expect(ways({ ...event('Send', counted), source: 'aws.s3' })).toEqual([]);
    expect(ways({ source: 'aws.ses' })).toEqual([]);
  });

  test('a line is read back as the mail it is about', () => {
    const text = lineOf(event('Delivery', batch));
    expect(batchOfLine(text)).toBe('S0-00000001');
    expect(readLine(text)).toMatchObject({ notice, id: ids[0], messageId: 'm' });
    expect(readLine(lineOf(event('Send', canary)))).toBeNull();
    expect(readLine(text.slice(0, -2))).toBeNull();
  });
});

describe('what is asked of the events', () => {
  test('doubts of the same time are one reading, and each is in the time that is read for it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 30 }), (minutes) => {
        const doubts = minutes.map((at, n) => batchAt(n + 1, at * minute));
        const groups = readingsOf(doubts);
        expect(groups.flatMap((one) => one.doubts)).toHaveLength(doubts.length);
        for (const { span, doubts: of } of groups)
          for (const { claimedAt } of of) {
            expect(span.from).toBeLessThan(claimedAt);
            expect(span.until).toBeGreaterThanOrEqual(claimedAt + 45 * minute);
          }
        for (const [n, { span }] of groups.entries())
          expect(span.from).toBeGreaterThan(groups[n - 1]?.span.until ?? -Infinity);
      }),
    );
  });

  test('neighbours whose events came in part make the testimony as bad as their share', () => {
    const done = ids.map((_, n) => ({ messageId: `m-${n}` }));
    const neighbours = [1, 3].map((seq) => ({ ...batchAt(seq), state: 'done' as const, outcomes: done }));
    const seen = new Map([[batchName(neighbours[0]!.key), new Map(ids.map((id) => [id, 'm']))]]);
    expect(testimonyOn(batchAt(2), neighbours, seen)).toEqual({ seen: new Map(), control: 0.5 });
    expect(testimonyOn(batchAt(2), [], seen).control).toBeNull();
    // Another round, hours later, says nothing about this time.
    expect(testimonyOn(batchAt(2, 60 * minute), neighbours, seen).control).toBeNull();
  });
});
