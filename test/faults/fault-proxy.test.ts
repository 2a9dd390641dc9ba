import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listen } from '../support/listen.ts';
import { type Fault, LARGE_BODY, seededPlan } from './fault-plan.ts';
import { type FaultyLine, startFaultyLine } from './fault-proxy.ts';

const ANSWER = Buffer.from(Array.from({ length: 2_000 }, (_, i) => i % 256));
const BODY = 'Lampu jalan sudah diperbaiki. '.repeat(40);

/** What reached the service: whole bodies, and the bytes of those that were cut. */
let whole: string[];
let cut: Buffer[];
const service = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('error', () => {
    cut.push(Buffer.concat(chunks));
    service.emit('seen');
  });
  request.on('end', () => {
    whole.push(Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(ANSWER);
    service.emit('seen');
  });
});
let target: string;
beforeAll(async () => {
  target = await listen(service);
});
afterAll(async () => {
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

let fault: Fault;
let line: FaultyLine;
beforeEach(async () => {
  whole = [];
  cut = [];
  line = await startFaultyLine(target, () => fault);
});
afterEach(() => line.close());

/** What the app gets: status and body, or "nothing" where the connection ended. */
async function ask(): Promise<{ status: number; body: Buffer; retryAfter: string | null } | 'nothing'> {
  try {
    const response = await fetch(`${line.address}/v1/commands`, { method: 'POST', body: BODY });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
  } catch {
    return 'nothing';
  }
}

const fine = { status: 200, body: ANSWER, retryAfter: null };

describe('what the app gets, and what the service has seen', () => {
  test.each<[Fault, unknown, number]>([
    [{ kind: 'none' }, fine, 1],
    [{ kind: 'delay', ms: 5 }, fine, 1],
    [{ kind: 'duplicate' }, fine, 2],
    [{ kind: 'reset' }, 'nothing', 0],
    [{ kind: 'lose_request', ms: 5 }, 'nothing', 0],
    [{ kind: 'lose_answer' }, 'nothing', 1],
    [{ kind: 'server_error' }, expect.objectContaining({ status: 500 }), 1],
    [{ kind: 'unavailable' }, expect.objectContaining({ status: 503 }), 0],
    [{ kind: 'unauthorized' }, expect.objectContaining({ status: 401 }), 0],
    [{ kind: 'too_large' }, expect.objectContaining({ status: 413 }), 0],
    [{ kind: 'rate_limited', seconds: 2 }, expect.objectContaining({ status: 429, retryAfter: '2' }), 0],
    [{ kind: 'html' }, expect.objectContaining({ status: 200 }), 0],
  ])('%o', async (planned, answer, seen) => {
    fault = planned;
    expect(await ask()).toEqual(answer);
    expect(whole).toEqual(Array.from({ length: seen }, () => BODY));
    expect(cut).toEqual([]);
  });

  test('a late request is given up by the app, and has arrived when the line has become calm', async () => {
    fault = { kind: 'late', ms: 600_000 };
    expect(await ask()).toBe('nothing');
    expect(whole).toEqual([]);
    await line.calm();
    expect(whole).toEqual([BODY]);
    expect(await ask()).toEqual(fine);
  });

  test.each([0, 0.001, 0.5, 0.9999])(
    'a request cut at %d of its body reaches the service so far',
    async (at) => {
      fault = { kind: 'cut_request', at };
      const seen = once(service, 'seen');
      expect(await ask()).toBe('nothing');
      await seen;
      expect(whole).toEqual([]);
      expect(cut.map(String)).toEqual([BODY.slice(0, Math.floor(at * BODY.length))]);
    },
  );

  test.each([0, 0.001, 0.5, 0.9999])('an answer cut at %d of its body reaches the app so far', async (at) => {
    fault = { kind: 'cut_answer', at };
    const got: Buffer[] = [];
    const [answer] = (await once(get(line.address), 'response')) as [IncomingMessage];
    answer.on('data', (chunk: Buffer) => got.push(chunk));
    await expect(buffer(answer)).rejects.toThrow();
    expect(Buffer.concat(got)).toEqual(ANSWER.subarray(0, Math.floor(at * ANSWER.length)));
    expect(whole).toHaveLength(1);
  });
});

test('an app that gives up a request is not waited for', async () => {
  fault = { kind: 'none' };
  const hangs = createServer();
  const waiting = await startFaultyLine(await listen(hangs), () => fault);
  const aborting = new AbortController();
  const asked = once(hangs, 'request');
  const asking = fetch(waiting.address, { signal: aborting.signal });
  const [request] = (await asked) as [IncomingMessage];
  const gone = new Promise((resolve) => request.socket.on('close', resolve));
  aborting.abort();
  await expect(asking).rejects.toThrow();
  await gone;
  await waiting.close();
  hangs.close();
});

describe('the plan', () => {
  const draw = (seed: number, share: number, path = '/v1/commands', bodyBytes = LARGE_BODY + 1) => {
    const plan = seededPlan(seed, share);
    return Array.from({ length: 3_000 }, () => plan({ method: 'POST', path, bodyBytes }));
  };
  const kinds = (faults: readonly Fault[]) => new Set(faults.map(({ kind }) => kind));

  test('is the same for the same seed, and another for another', () => {
    expect(draw(1, 0.5)).toEqual(draw(1, 0.5));
    expect(draw(1, 0.5)).not.toEqual(draw(2, 0.5));
  });

  test('has every kind of fault in it, and none at a share of 0', () => {
    expect(kinds(draw(1, 1)).size).toBe(14);
    expect(kinds(draw(1, 0))).toEqual(new Set(['none']));
  });

  test('never touches an enrolment, and calls only large bodies too large', () => {
    expect(kinds(draw(1, 1, '/v1/enrolments'))).toEqual(new Set(['none']));
    expect(kinds(draw(1, 1, '/v1/commands', LARGE_BODY))).not.toContain('too_large');
  });
});
