import { carryAtOnce, type OfficeLine, startProxy } from '../support/proxy.ts';

/** Bytes of TCP payload so far, both directions, HTTP's headers included; no TLS. */
export type Counted = {
  readonly all: number;
  /** Of the requests for commands and their answers alone. */
  readonly commands: number;
};

/** Between an app and the central service: counts what passes. */
export type CountingProxy = OfficeLine & {
  readonly counted: () => Counted;
  /** When each request of the feed began, ms since 1970, and what had been counted before it. */
  readonly polls: readonly { readonly at: number; readonly before: number }[];
};

export async function countingProxy(target: string): Promise<CountingProxy> {
  let all = 0;
  let commands = 0;
  const polls: { at: number; before: number }[] = [];
  const line = await startProxy(target, (near, far) => {
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
    });
    far.on('data', (chunk: Buffer) => count(chunk.length));
    carryAtOnce(near, far);
  });
  return { ...line, counted: () => ({ all, commands }), polls };
}
