import { readFileSync, statSync } from 'node:fs';
import { lookAfterwards, readFeed } from './aftermath.ts';
import type { Fault } from './judge.ts';
import { openSenders } from './senders.ts';
import { openTally } from './tally.ts';
import { openWorld, type World } from './world.ts';

export type FuzzOptions = {
  /** An empty database. */
  readonly databaseUrl: string;
  /** Of its server: looked through for texts at the end. */
  readonly databaseLog: string;
  /** For the PCs' data. */
  readonly folder: string;
  readonly requests: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
  /** No answer after this (ms) is none. */
  readonly patienceMs?: number;
  /** For the test of this harness: what stands between it and the service. */
  readonly front?: (world: World) => Promise<string>;
};

export type FuzzReport = { readonly requests: number } & Readonly<Record<Fault, number>>;

const PATIENCE_MS = 30_000;
/** Requests that are under way at once. */
const LANES = 4;

/**
 * Sends so many requests over both contracts to real services, and counts what must not happen. The n-th
 * request follows from seed and n; what it meets, from those before it.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { databaseUrl, databaseLog, folder, requests, seed, patienceMs = PATIENCE_MS } = options;
  const logStart = statSync(databaseLog, { throwIfNoEntry: false })?.size ?? 0;
  const tally = openTally(options);
  const onCrash = (error: unknown): void =>
    tally.fault('serverErrors', `nobody caught ${Object(error).stack ?? error}`);
  process.on('uncaughtException', onCrash).on('unhandledRejection', onCrash);
  try {
    const world = await openWorld(databaseUrl, folder, `${seed}`);
    try {
      const before = await readFeed(world.victim.client);
      const address = (await options.front?.(world)) ?? world.address;
      const send = openSenders(world, { address, seed, patienceMs });
      let next = 0;
      const lane = async (): Promise<void> => {
        for (let n = next++; n < requests; n = next++) {
          const sent = await send(n);
          tally.sent(n, sent, world.marks.hiddenFrom(sent.owner));
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      for (const { fault, what } of await lookAfterwards(world, before, patienceMs)) tally.fault(fault, what);
      const log = readFileSync(databaseLog).subarray(logStart).toString();
      for (const line of world.marks.found(log))
        tally.fault('leaks', `the database's log holds a text: ${line}`);
    } finally {
      await world.close();
    }
  } finally {
    process.off('uncaughtException', onCrash).off('unhandledRejection', onCrash);
  }
  return { requests, ...tally.end() };
}
