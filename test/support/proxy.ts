import { connect, createServer, type Socket } from 'node:net';

/** A line of the office: a TCP proxy before a service on loopback, which can be cut and joined. */
export type OfficeLine = {
  readonly address: string;
  /** Ends every connection at once and takes no new one. */
  readonly cut: () => void;
  readonly restore: () => void;
  /** Cuts by itself once this many further bytes have gone out from here; settles when it has. */
  readonly cutAfter: (bytes: number) => Promise<void>;
  /** New connections go to another service, as by a new entry in the name service. */
  readonly pointTo: (target: string) => void;
  readonly close: () => Promise<void>;
};

/** @param target the service's address, `http://127.0.0.1:PORT`. */
export async function startProxy(target: string): Promise<OfficeLine> {
  let way = new URL(target);
  const open = new Set<Socket>();
  let whole = true;
  let budget: { left: number; readonly spent: () => void } | null = null;
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(Number(way.port), way.hostname);
    near.on('data', (chunk: Buffer) => {
      if (budget === null) return;
      budget.left -= chunk.length;
      if (budget.left > 0) return;
      const { spent } = budget;
      budget = null;
      cut();
      spent();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port');
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    address: `http://127.0.0.1:${bound.port}`,
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
