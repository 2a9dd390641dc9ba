import { once } from 'node:events';
import { Agent, get, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { peakOf } from './backend-process.ts';
import { type CentralSide, startCentralSide } from './central-side.ts';
import { type Flood, wrongBody } from './hold-flood.ts';
import { SMALL_AGENCY } from './invented.ts';
import { percentile } from './statistics.ts';

/** How the central service holds against those who mean it ill. */
export type HoldFigures = {
  /** A question of another agency while all of it goes on. */
  readonly floodP99Ms: number;
  /** Bytes of an answer for each byte of the request, at the request that is wrong in the most places. */
  readonly amplification: number;
  /** The most memory of the service's process; null where the system does not say. */
  readonly peakMiB: number | null;
};

const COMPLAINTS = 2_000;
/** PCs of one agency, each with as many held requests as it may have. */
const DEVICES = 1_667;
/** The flood alone, before the fleet comes. */
const FLOOD_MS = 10_000;
const ASK_EVERY_MS = 20;
/** PCs that ask in turn: one alone may not have as many questions open as wait where the service is slow. */
const OTHERS = 20;

/**
 * A flood without tokens, a wrong body with one and a fleet that waits for one note, all at once, from
 * a thread of its own; beside it officers of another agency ask on, at a steady pace.
 */
export async function measureHold(now: number): Promise<HoldFigures> {
  const central = await startCentralSide(COMPLAINTS, now);
  try {
    const fleet = await central.devices(DEVICES);
    const [token = ''] = fleet;
    const others = await Promise.all(Array.from({ length: OTHERS }, () => central.token(SMALL_AGENCY)));
    const flood: Flood = {
      address: central.address,
      token: await central.token(),
      fleet,
      after: await endOfFeed(central, token),
    };
    const asking = askOn(central, others);
    const worker = new Worker(new URL('./hold-flood.ts', import.meta.url), { workerData: flood });
    const said = async (word: string): Promise<void> => {
      while ((await once(worker, 'message'))[0] !== word);
    };
    await delay(FLOOD_MS);
    worker.postMessage('fleet');
    await said('waiting');
    await central.change(1, 'catatan');
    await said('woken');
    const samples = await asking.stop();
    await worker.terminate();
    return {
      floodP99Ms: percentile(samples, 0.99),
      amplification: await amplification(central, flood.token),
      peakMiB: peakOf(central.pid),
    };
  } finally {
    await central.close();
  }
}

/** Asks who it is every 20 ms, also while earlier questions wait: none is left out because others are slow. */
function askOn({ address }: CentralSide, tokens: readonly string[]) {
  const agent = new Agent({ keepAlive: true });
  const asked: Promise<number>[] = [];
  const timer = setInterval(() => {
    const token = tokens[asked.length % tokens.length];
    const answer = ask(`${address}/v1/me`, { agent, headers: { authorization: `Bearer ${token}` } });
    // One that fails is told at the end.
    answer.catch(() => undefined);
    asked.push(answer);
  }, ASK_EVERY_MS);
  return {
    stop: async (): Promise<number[]> => {
      clearInterval(timer);
      const took = await Promise.all(asked);
      agent.destroy();
      return took;
    },
  };
}

/** @returns ms until the answer was there, however long that took */
function ask(url: string, options: RequestOptions): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = get(url, options, (response) => {
      const { statusCode } = response;
      if (statusCode !== 200) reject(new Error(`an honest question was answered ${statusCode}`));
      response.resume().once('close', () => resolve(performance.now() - start));
    });
    sent.once('error', reject);
  });
}

const page = z.looseObject({ cursor: z.string(), more: z.boolean() });

async function endOfFeed({ address }: CentralSide, token: string): Promise<string> {
  for (let after = ''; ; ) {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${address}/v1/changes?limit=2000&after=${after}`, { headers });
    const { cursor, more } = page.parse(await response.json());
    if (!more) return cursor;
    after = cursor;
  }
}

/** As bytes of TCP payload, headers included, unpacked answers: whoever asks so takes no packed one. */
async function amplification({ address }: CentralSide, token: string): Promise<number> {
  const { hostname, port } = new URL(address);
  const body = wrongBody();
  const socket = connect(Number(port), hostname);
  socket.resume();
  const head = [
    'POST /v1/commands HTTP/1.1',
    `host: ${hostname}`,
    'connection: close',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'content-encoding: gzip',
    `content-length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(body);
  await once(socket, 'close');
  return socket.bytesRead / socket.bytesWritten;
}
