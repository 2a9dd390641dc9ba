import { connect, createServer, type Socket } from 'node:net';
import { listen } from './listen.ts';

/** A line of the office: a TCP proxy before a service on loopback, which can be cut and joined. */
export type OfficeLine = {
  readonly address: string;
  /** Ends every connection at once, as when the modem loses its line; new ones may come. */
  readonly drop: () => void;
  /** Ends every connection at once and takes no new one. */
  readonly cut: () => void;
  readonly restore: () => void;
  /** Cuts by itself once this many further bytes have gone out from here; settles when it has. */
  readonly cutAfter: (bytes: number) => Promise<void>;
  /** New connections go to another service, as by a new entry in the name service. */
  readonly pointTo: (target: string) => void;
  readonly close: () => Promise<void>;
};

/** How the bytes of a connection pass between the app (`near`) and the service (`far`), both directions. */
export type Carry = (near: Socket, far: Socket) => void;

/** @param target the service's address, `http://127.0.0.1:PORT`. */
export async function startProxy(target: string, carry: Carry = carryAtOnce): Promise<OfficeLine> {
  let way = new URL(target);
  const open = new Set<Socket>();
  let whole = true;
  let budget: { left: number; readonly spent: () => void } | null = null;
  const drop = (): void => {
    for (const socket of open) socket.destroy();
  };
  const cut = (): void => {
    whole = false;
    drop();
  };
  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect({ port: Number(way.port), host: way.hostname, allowHalfOpen: true });
    near.on('data', (chunk: Buffer) => {
      if (budget === null) return;
      budget.left -= chunk.length;
      if (budget.left > 0) return;
      const { spent } = budget;
      budget = null;
      cut();
      spent();
    });
    carry(near, far);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.setNoDelay();
      one.on('error', () => other.destroy());
      one.on('close', (failed) => {
        open.delete(one);
        // In order it ends by what the other side sends last, which may still be on its way.
        if (failed) other.destroy();
      });
    }
  });
  return {
    address: await listen(server),
    drop,
    cut,
    restore: () => {
      whole = true;
    },
    cutAfter: (bytes) =>
      new Promise((spent) => {
        budget = { left: bytes, spent };
      }),
    pointTo: (other) => {
      way = new URL(other);
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As fast as the system does it. */
export const carryAtOnce: Carry = (near, far) => {
  near.pipe(far);
  far.pipe(near);
};
