import { type Random, seededRandom } from '../../demo/random.ts';

export type LinkOptions = {
  /** In each direction. */
  readonly bitsPerSecond: number;
  /** There and back, ms, when nothing is queued. */
  readonly roundTripMs: number;
  /** Share of the segments that get lost, in [0, 1). */
  readonly loss: number;
  readonly seed: number;
};

/** Bytes of one segment: what an Ethernet frame carries of a TCP stream. */
export const SEGMENT_BYTES = 1_400;

export type Sent = {
  /** The link is free again, ms. */
  readonly freeAt: number;
  /** The bytes are with the receiver's application, ms. */
  readonly arrivesAt: number;
  /** How often the segment got lost on the way. */
  readonly losses: number;
  /** How long it took the link, retransmissions included, ms. */
  readonly onLinkMs: number;
};

/**
 * One direction of a slow link, as arithmetic: when does a segment that is given to it arrive? A segment
 * takes the link for its bits and then travels half a round trip. Loss is shown as TCP shows it to an
 * application: the bytes come all the same, later, and those behind them on the same connection wait for
 * them. A first loss costs a round trip (noticed by the receiver, fast retransmit), a further one of the same
 * segment a timeout of two round trips, doubled each time (RFC 6298), and each retransmission takes the link
 * again. The sender's window is not modelled: by Mathis et al. (1997) 5 % loss at 600 ms allows about 100
 * kbit/s, so that at 64 kbit/s the link is the narrower of the two.
 */
export class LinkDirection {
  readonly #options: LinkOptions;
  readonly #random: Random;
  readonly #lastArrival = new Map<number, number>();
  #freeAt = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
  }

  /** Gives a segment of a connection to the link at `now`, ms; it leaves when those before it have left. */
  send(connection: number, bytes: number, now: number): Sent {
    const { bitsPerSecond, roundTripMs } = this.#options;
    const onceMs = (bytes * 8_000) / bitsPerSecond;
    let freeAt = Math.max(now, this.#freeAt) + onceMs;
    let arrivesAt = freeAt + roundTripMs / 2;
    let losses = 0;
    while (this.#lost()) {
      arrivesAt += losses === 0 ? roundTripMs : 2 ** losses * roundTripMs;
      arrivesAt += onceMs;
      freeAt += onceMs;
      losses++;
    }
    arrivesAt = Math.max(arrivesAt, this.#lastArrival.get(connection) ?? 0);
    this.#lastArrival.set(connection, arrivesAt);
    this.#freeAt = freeAt;
    return { freeAt, arrivesAt, losses, onLinkMs: (losses + 1) * onceMs };
  }

  /** The connection is over. */
  forget(connection: number): void {
    this.#lastArrival.delete(connection);
  }

  #lost(): boolean {
    return this.#random.chance(this.#options.loss);
  }
}
