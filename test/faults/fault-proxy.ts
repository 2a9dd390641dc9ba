import {
  Agent,
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request as openRequest,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { listen } from '../support/listen.ts';
import type { Fault, Plan } from './fault-plan.ts';

export type FaultyLine = {
  readonly address: string;
  /** How often each kind of fault was met. */
  readonly counts: () => Readonly<Record<string, number>>;
  /** From now on every request passes whole, and those that are late arrive; resolves when they have. */
  readonly calm: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * A request that the service answered in full: time from passing it on to the last byte of the answer, ms.
 */
export type Answered = { readonly method: string; readonly path: string; readonly ms: number };

/**
 * A line that misbehaves request by request as `plan` says: an HTTP proxy on real sockets before the service
 * at `target` (`http://127.0.0.1:PORT`). Bodies pass as bytes, compressed or not, and are cut as bytes.
 */
export async function startFaultyLine(
  target: string,
  plan: Plan,
  onAnswered: (answered: Answered) => void = () => undefined,
): Promise<FaultyLine> {
  const agent = new Agent({ keepAlive: true });
  const counts = new Map<string, number>();
  const late = new Set<Promise<unknown>>();
  const calming = new AbortController();

  /** A request to the service with the head of the one that came. */
  const passOn = (near: IncomingMessage): ClientRequest => {
    const { hostname, port } = new URL(target);
    return openRequest({
      agent,
      hostname,
      port,
      method: near.method,
      path: near.url,
      headers: withoutHop(near.rawHeaders),
    });
  };

  /** Sends a whole request and reads the whole answer; null: the service did not answer. */
  const askWhole = async (near: IncomingMessage, body: Buffer): Promise<Whole | null> => {
    const started = performance.now();
    const far = passOn(near);
    try {
      const answer = await answerTo(far, body);
      const whole = { head: answer, body: await buffer(answer) };
      onAnswered({ method: near.method ?? '', path: near.url ?? '', ms: performance.now() - started });
      return whole;
    } catch {
      return null;
    }
  };

  /** Request and answer flow through as they come; an end on one side is an end on the other. */
  const stream = (near: IncomingMessage, response: ServerResponse): void => {
    const started = performance.now();
    const far = passOn(near);
    far.on('error', () => response.destroy());
    response.on('close', () => far.destroy());
    far.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, withoutHop(answer.rawHeaders));
      answer.on('error', () => response.destroy());
      answer.on('end', () =>
        onAnswered({ method: near.method ?? '', path: near.url ?? '', ms: performance.now() - started }),
      );
      answer.pipe(response);
    });
    near.pipe(far);
  };

  const behave = async (fault: Fault, near: IncomingMessage, response: ServerResponse): Promise<void> => {
    switch (fault.kind) {
      case 'none':
        return stream(near, response);
      case 'delay':
        await delay(fault.ms);
        return response.closed ? undefined : stream(near, response);
      case 'reset':
        near.socket.resetAndDestroy();
        return;
      case 'lose_request':
        near.resume();
        await delay(fault.ms);
        near.socket.destroy();
        return;
      case 'rate_limited':
        return own(response, 429, { code: 'TOO_MANY_REQUESTS' }, { 'retry-after': String(fault.seconds) });
      case 'unavailable':
        return own(response, 503, { code: 'SERVICE_UNAVAILABLE' });
      case 'unauthorized':
        return own(response, 401, { code: 'UNAUTHORIZED' });
      case 'too_large':
        return own(response, 413, { code: 'PAYLOAD_TOO_LARGE' });
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html><body>Silakan masuk ke Wi-Fi kantor</body></html>');
        return;
      case 'cut_request': {
        const body = await buffer(near);
        const far = passOn(near);
        const cut = (): void => {
          far.destroy();
          near.socket.destroy();
        };
        far.on('error', cut);
        far.write(body.subarray(0, Math.floor(fault.at * body.length)), cut);
        return;
      }
      case 'late': {
        const body = await buffer(near);
        near.socket.destroy();
        const arrival = delay(fault.ms, null, calming)
          .catch(() => null)
          .then(() => askWhole(near, body));
        late.add(arrival);
        await arrival.finally(() => late.delete(arrival));
        return;
      }
      case 'lose_answer':
        await askWhole(near, await buffer(near));
        near.socket.destroy();
        return;
      case 'server_error':
        await askWhole(near, await buffer(near));
        return own(response, 500, { code: 'INTERNAL_SERVER_ERROR' });
      case 'duplicate': {
        const body = await buffer(near);
        const [, second] = await Promise.all([askWhole(near, body), askWhole(near, body)]);
        return give(second, response, 1);
      }
      case 'cut_answer':
        return give(await askWhole(near, await buffer(near)), response, fault.at);
    }
  };

  const server = createServer({ requestTimeout: 0 }, (near, response) => {
    const bodyBytes = Number(near.headers['content-length'] ?? 0);
    const seen = { method: near.method ?? '', path: near.url ?? '', bodyBytes };
    const fault: Fault = calming.signal.aborted ? { kind: 'none' } : plan(seen);
    if (fault.kind !== 'none') counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
    // The app may end a request while its body is being read.
    behave(fault, near, response).catch(() => near.socket.destroy());
  });
  return {
    address: await listen(server),
    counts: () => Object.fromEntries(counts),
    calm: async () => {
      calming.abort();
      await Promise.all(late);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

type Whole = { readonly head: IncomingMessage; readonly body: Buffer };

function answerTo(far: ClientRequest, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    far.on('error', reject);
    far.on('response', resolve);
    far.end(body);
  });
}

/** Passes an answer on up to a share of its body; all of it and its end with 1. */
function give(whole: Whole | null, response: ServerResponse, share: number): void {
  if (whole === null) {
    response.destroy();
    return;
  }
  const { head, body } = whole;
  response.writeHead(head.statusCode ?? 502, withoutHop(head.rawHeaders));
  if (share === 1) response.end(body);
  else response.write(body.subarray(0, Math.floor(share * body.length)), () => response.destroy());
}

/** An answer of the line itself. */
function own(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Headers as they came, less those that belong to one connection. */
function withoutHop(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [name = '', value = ''] = [raw[i], raw[i + 1]];
    if (!['connection', 'keep-alive'].includes(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}
