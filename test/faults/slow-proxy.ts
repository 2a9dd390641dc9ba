import type { Socket } from 'node:net';
import { type OfficeLine, startProxy } from '../support/proxy.ts';
import { LinkDirection, type LinkOptions, SEGMENT_BYTES } from './link-schedule.ts';

export type SlowLink = OfficeLine & {
  readonly figures: () => { readonly up: Figures; readonly down: Figures };
};

/**
 * Bytes with the receiver, segments that got lost and were sent again, and the time they took on the link,
 * ms.
 */
export type Figures = { readonly bytes: number; readonly lost: number; readonly onLinkMs: number };

/**
 * Segments of a connection that wait for the link before its sender is told to wait: a modem's short buffer.
 */
const QUEUE = 8;

/**
 * A slow link before the service at `target`: a line through which bytes pass as `link-schedule.ts` says,
 * shared by all connections, segment by segment in turn. A new connection costs a round trip. What the
 * system's own socket buffers on loopback take is outside of it: an app may believe some hundred kB sent that
 * still stand before the link.
 */
export async function slowLink(target: string, options: LinkOptions): Promise<SlowLink> {
  const up = new Pump(options);
  const down = new Pump({ ...options, seed: options.seed + 1 });
  let connections = 0;
  const line = await startProxy(target, (near, far) => {
    const id = connections++;
    const opensAt = performance.now() + options.roundTripMs;
    up.carry(id, near, far, opensAt);
    down.carry(id, far, near, opensAt);
  });
  return { ...line, figures: () => ({ up: up.figures(), down: down.figures() }) };
}

type Stream = {
  readonly id: number;
  readonly from: Socket;
  readonly to: Socket;
  /** The round trip of its handshake is over. */
  open: boolean;
  /** `since`: when the sender gave it, ms; null: the sender's end. */
  readonly waiting: { readonly since: number; readonly segment: Buffer | null }[];
  readonly onTheWay: { readonly at: number; readonly segment: Buffer | null }[];
};

/** One direction of the link with the streams that use it. */
class Pump {
  readonly #direction: LinkDirection;
  #streams: Stream[] = [];
  #busy = false;
  #bytes = 0;
  #lost = 0;
  #onLinkMs = 0;

  constructor(options: LinkOptions) {
    this.#direction = new LinkDirection(options);
  }

  carry(id: number, from: Socket, to: Socket, opensAt: number): void {
    const stream: Stream = { id, from, to, open: false, waiting: [], onTheWay: [] };
    this.#streams.push(stream);
    // The timer itself says that it is open: timers may fire a little before the clock shows it.
    setTimeout(
      () => {
        stream.open = true;
        this.#send();
      },
      Math.max(0, opensAt - performance.now()),
    );
    from.on('data', (chunk: Buffer) => {
      const since = Math.max(opensAt, performance.now());
      for (let at = 0; at < chunk.length; at += SEGMENT_BYTES)
        stream.waiting.push({ since, segment: chunk.subarray(at, at + SEGMENT_BYTES) });
      if (stream.waiting.length > QUEUE) from.pause();
      this.#send();
    });
    from.on('end', () => {
      stream.waiting.push({ since: Math.max(opensAt, performance.now()), segment: null });
      this.#send();
    });
    to.on('close', () => {
      this.#streams = this.#streams.filter((one) => one !== stream);
      this.#direction.forget(id);
    });
  }

  figures(): Figures {
    return { bytes: this.#bytes, lost: this.#lost, onLinkMs: Math.round(this.#onLinkMs) };
  }

  /**
   * Segments of the connections in turn, until the link is taken. One that should have left before leaves as
   * of then.
   */
  #send(): void {
    while (!this.#busy) {
      const now = performance.now();
      const stream = this.#streams.find(({ open, waiting }) => open && waiting.length > 0);
      const next = stream?.waiting.shift();
      if (stream === undefined || next === undefined) return;
      this.#streams = [...this.#streams.filter((one) => one !== stream), stream];
      if (stream.waiting.length <= QUEUE / 2) stream.from.resume();
      const { segment, since } = next;
      const { freeAt, arrivesAt, losses, onLinkMs } = this.#direction.send(
        stream.id,
        segment?.length ?? 0,
        since,
      );
      this.#lost += losses;
      this.#onLinkMs += onLinkMs;
      stream.onTheWay.push({ at: arrivesAt, segment });
      if (stream.onTheWay.length === 1) this.#deliver(stream);
      if (freeAt > now) this.#restUntil(freeAt);
    }
  }

  #restUntil(freeAt: number): void {
    this.#busy = true;
    setTimeout(
      () => {
        this.#busy = false;
        this.#send();
      },
      Math.max(0, freeAt - performance.now()),
    );
  }

  #deliver(stream: Stream): void {
    const [first] = stream.onTheWay;
    if (first === undefined) return;
    setTimeout(
      () => {
        stream.onTheWay.shift();
        if (first.segment === null) stream.to.end();
        else {
          this.#bytes += first.segment.length;
          stream.to.write(first.segment);
        }
        this.#deliver(stream);
      },
      Math.max(0, first.at - performance.now()),
    );
  }
}
