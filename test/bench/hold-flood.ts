import { Agent, type RequestOptions, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { LIMITS } from '../../central/http/limits.ts';

/** What the thread that floods has to work with. */
export type Flood = {
  readonly address: string;
  /** Of an ordinary officer who sends what is wrong. */
  readonly token: string;
  /** Tokens of the fleet. */
  readonly fleet: readonly string[];
  /** Where the fleet stands in the feed. */
  readonly after: string;
};

const STRANGERS = 32;
const WRONG = 8;
/** Behind a reverse proxy that says for whom it asks. */
const ADDRESSES = 50;
const SETTLED_MS = 3_000;

/** Some hundred bytes that are wrong in 50,000 places. */
export function wrongBody(): Buffer {
  return gzipSync(
    JSON.stringify({ commands: [{ attachments: Array.from({ length: 50_000 }, () => ({})) }] }),
  );
}

/** Some thousand bytes that unpack to the most that a body may have. */
function bomb(): Buffer {
  return gzipSync(JSON.stringify({ commands: [' '.repeat(LIMITS.bodyBytes - 1_000)] }));
}

/** @returns when it is answered or cut off */
function send(url: string, options: RequestOptions, body?: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(url, options, (response) => response.resume().once('close', resolve));
    sent.once('error', () => resolve());
    sent.end(body);
  });
}

function flood({ address, token, fleet, after }: Flood, port: NonNullable<typeof parentPort>): void {
  const agent = new Agent({ keepAlive: true });
  const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const forever = async (path: string, headers: Readonly<Record<string, string>>, body: Buffer) => {
    for (;;) {
      await send(`${address}${path}`, { agent, method: 'POST', headers: { ...packed, ...headers } }, body);
      // A refused connection must not keep this thread from everything else.
      await delay(1);
    }
  };
  const large = bomb();
  for (let n = 0; n < STRANGERS; n++) {
    const path = n % 2 === 0 ? '/v1/commands' : '/v1/enrolments';
    void forever(path, { 'x-forwarded-for': '203.0.113.1' }, large);
  }
  const wrong = wrongBody();
  for (let n = 0; n < WRONG; n++) void forever('/v1/commands', { authorization: `Bearer ${token}` }, wrong);

  port.on('message', async () => {
    const url = `${address}/v1/changes?wait=${MAX_WAIT_MS}&after=${after}`;
    const polls = fleet.flatMap((device, n) => {
      const headers = {
        authorization: `Bearer ${device}`,
        'x-forwarded-for': `203.0.113.${100 + (n % ADDRESSES)}`,
      };
      return Array.from({ length: LIMITS.devicePolls }, () => send(url, { agent: false, headers }));
    });
    await delay(SETTLED_MS);
    port.postMessage('waiting');
    await Promise.all(polls);
    port.postMessage('woken');
  });
}

if (!isMainThread && parentPort !== null) flood(workerData as Flood, parentPort);
