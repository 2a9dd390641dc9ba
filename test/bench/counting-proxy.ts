import { connect, createServer } from 'node:net';

/** Bytes of TCP payload so far, both directions, HTTP's headers included; no TLS. */
export type Counted = {
  readonly all: number;
  /** Of the requests for commands and their answers alone. */
  readonly commands: number;
};

/** Between an app and the central service: counts what passes. */
export type CountingProxy = {
  readonly address: string;
  readonly counted: () => Counted;
  /** When each request of the feed began, ms since 1970, and what had been counted before it. */
  readonly polls: readonly { readonly at: number; readonly before: number }[];
  readonly close: () => Promise<void>;
};

export async function countingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  let all = 0;
  let commands = 0;
  const polls: { at: number; before: number }[] = [];
  const sockets = new Set<{ destroy: () => void }>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    // Whose turn it is on this connection: a request line opens a new exchange.
    let command = false;
    const count = (bytes: number): void => {
      all += bytes;
      if (command) commands += bytes;
    };
    near.on('data', (chunk: Buffer) => {
      const first = chunk.subarray(0, 40).toString('latin1');
      if (/^[A-Z]+ \//.test(first)) command = first.startsWith('POST /v1/commands');
      if (first.startsWith('GET /v1/changes')) polls.push({ at: Date.now(), before: all });
      count(chunk.length);
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      count(chunk.length);
      near.write(chunk);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    counted: () => ({ all, commands }),
    polls,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
