import { describe, expect, test } from 'vitest';
import { LinkDirection, SEGMENT_BYTES } from './link-schedule.ts';

const OFFICE = { bitsPerSecond: 64_000, roundTripMs: 600, loss: 0, seed: 1 };
const SEGMENT_MS = (SEGMENT_BYTES * 8_000) / OFFICE.bitsPerSecond;

/** When each of many segments of one connection arrives that were given to the link at once. */
function arrivals(link: LinkDirection, count: number): number[] {
  return Array.from({ length: count }, () => link.send(1, SEGMENT_BYTES, 0).arrivesAt);
}

describe('a link without loss', () => {
  test('has a segment with the receiver after its bits and half a round trip, and the next one behind it', () => {
    expect(arrivals(new LinkDirection(OFFICE), 3)).toEqual([1, 2, 3].map((n) => n * SEGMENT_MS + 300));
  });

  test('that was idle starts from now', () => {
    const link = new LinkDirection(OFFICE);
    link.send(1, SEGMENT_BYTES, 0);
    expect(link.send(1, SEGMENT_BYTES, 10_000).arrivesAt).toBe(10_000 + SEGMENT_MS + 300);
  });

  test('is shared: what one connection sends, the other waits for', () => {
    const link = new LinkDirection(OFFICE);
    link.send(1, SEGMENT_BYTES, 0);
    expect(link.send(2, SEGMENT_BYTES, 0).arrivesAt).toBe(2 * SEGMENT_MS + 300);
  });
});

describe('a link with loss', () => {
  const lossy = { ...OFFICE, loss: 0.05 };

  test('loses nothing: lost bytes come a round trip later, and those behind them not before', () => {
    const link = new LinkDirection(lossy);
    const sent = Array.from({ length: 4_000 }, () => link.send(1, SEGMENT_BYTES, 0));
    for (const [n, { arrivesAt }] of sent.entries()) {
      expect(arrivesAt).toBeGreaterThanOrEqual(sent[n - 1]?.arrivesAt ?? 0);
    }
    const once = sent.find(({ losses }, n) => losses === 1 && sent[n - 1]?.losses === 0);
    expect((once?.arrivesAt ?? 0) - (once?.freeAt ?? 0)).toBeCloseTo(300 + 600, 6);
    const share = sent.reduce((sum, { losses }) => sum + losses, 0) / sent.length;
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.066);
  });

  test('takes the time of what was sent again from the others too', () => {
    const sent = Array.from({ length: 4_000 }, (_, n) => n);
    const link = new LinkDirection(lossy);
    const last = sent.map(() => link.send(1, SEGMENT_BYTES, 0)).at(-1);
    // 5 % of the segments pass twice: 4,000 / 0.95.
    expect((last?.freeAt ?? 0) / SEGMENT_MS).toBeGreaterThan(4_150);
    expect((last?.freeAt ?? 0) / SEGMENT_MS).toBeLessThan(4_270);
  });

  test('holds up one connection and not another', () => {
    const link = new LinkDirection({ ...OFFICE, loss: 0.5 });
    let held = 0;
    while (held === 0) {
      const { losses, arrivesAt } = link.send(1, SEGMENT_BYTES, 0);
      if (losses > 2) held = arrivesAt;
    }
    const other = Array.from({ length: 20 }, () => link.send(2, 10, 0)).find(({ losses }) => losses === 0);
    expect(other?.arrivesAt).toBeLessThan(held);
  });

  test('is the same for the same seed', () => {
    expect(arrivals(new LinkDirection(lossy), 500)).toEqual(arrivals(new LinkDirection(lossy), 500));
    expect(arrivals(new LinkDirection(lossy), 500)).not.toEqual(
      arrivals(new LinkDirection({ ...lossy, seed: 2 }), 500),
    );
  });
});
