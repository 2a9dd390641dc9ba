import { request as httpRequest } from 'node:http';
import { ACCEPTED_HEADER } from '#shared/contract/central/versions.ts';
import { type Hindrance, isStranger, reply, STRANGERS, sayingOf } from './hindrance.ts';
import type { Fault } from './steps.ts';

/**
 * What the central service answered; `end`: whether it is the last page of the feed, null when it is no page;
 * `about`: the ids in an answer about commands.
 */
type Arrived = {
  readonly response: Response;
  readonly end: boolean | null;
  readonly about: readonly string[];
};

type Page = {
  readonly epoch: string;
  readonly more: boolean;
  readonly cursor: string;
  readonly changes: readonly { readonly seq: number }[];
};

/** A request that stands on the line and waits for what will become of it. */
type Waiting = {
  readonly request: Request;
  readonly answer: (response: Response) => void;
  readonly fail: (error: Error) => void;
};

export type Line = {
  /** For the HTTP client. */
  readonly send: typeof fetch;
  readonly waiting: () => number;
  /** Requests that ever came to this line. */
  readonly sent: () => number;
  /** Does the oldest one ask for the feed? */
  readonly reads: () => boolean;
  /** Sends the oldest waiting request on its way. False: none waits. */
  readonly deliver: (fault: Fault) => Promise<boolean>;
  /** All that waits arrives, and the answers are under way. */
  readonly arriveAll: () => Promise<void>;
  /** From here on nothing of this PC goes out, and nobody hears an answer. */
  readonly hangUp: () => void;
  /** The PC is gone: what waits may still arrive. */
  readonly cutOff: (arrives: boolean) => Promise<void>;
  /** Did the last page of the feed that arrived here go to the end? */
  readonly atEnd: () => boolean;
  /** Was the central service's own answer about this command, or its 401, given to the PC when it asked last? */
  readonly heardOf: (what: string) => boolean;
};

export type LineOptions = {
  /** Another one after the central service was started again. */
  readonly address: () => string;
  /** What stands on the line now; null: nothing. */
  readonly hindrance: () => Hindrance | null;
  /** Strangers bear the mark of the central service. */
  readonly believeStrangers: boolean;
  /** No request says which command was accepted last. */
  readonly withoutProofs: boolean;
  /** Changes in a page; absent: as many as the PC asks for. */
  readonly page: number | undefined;
  /** Takes the requests that arrive later than they are waited for. */
  readonly strays: (() => Promise<void>)[];
  /** Each attempt gets new ids, as if nothing recognised a command again. */
  readonly breakIdempotency: boolean;
  /** What an office brings gets new ids on the way. */
  readonly renameBrought: boolean;
  /**
   * The PC asks for what comes after the last page that was handed to it, whether it has taken that page or
   * not.
   */
  readonly breakCursor: boolean;
  /** The PC never hears what the central service holds. */
  readonly withoutDigests: boolean;
  /**
   * Belongs to the PC and outlives a start: the cursor of the last page that was handed to it, and the commands
   * that it got an answer about.
   */
  readonly handed: { cursor: string | null; readonly heardOf: Set<string> };
  readonly violate: (invariant: string, detail: string) => void;
};

/** The line of one PC: each request stands still until the plan says what becomes of it. */
export function openLine(options: LineOptions): Line {
  let queue: Waiting[] = [];
  /** Answered by the central service; the answer is under way. */
  let slow: { readonly one: Waiting; readonly arrived: Arrived }[] = [];
  let ended = false;
  let end = false;
  let count = 0;

  const send = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
    new Promise((answer, fail) => {
      const request = new Request(input, init);
      count++;
      const one: Waiting = { request, answer, fail };
      request.signal.addEventListener('abort', () => {
        queue = queue.filter((other) => other !== one);
        slow = slow.filter((other) => other.one !== one);
        fail(new DOMException('ended by the PC', 'AbortError'));
      });
      if (ended || request.signal.aborted) fail(new DOMException('the PC is gone', 'AbortError'));
      else if (request.url.endsWith('/v1/enrolments'))
        arrive(request.clone()).then(({ response }) => answer(response), fail);
      else queue.push(one);
    });

  /** The request reaches the central service and is answered. */
  const arrive = async (request: Request): Promise<Arrived> => {
    const url = new URL(request.url);
    const pull = url.pathname === '/v1/changes';
    const asked = url.searchParams.get('after') ?? '';
    const after = options.breakCursor && asked !== '' ? (options.handed.cursor ?? asked) : asked;
    if (pull) {
      url.searchParams.set('after', after);
      if (options.page !== undefined) url.searchParams.set('limit', String(options.page));
      // Held requests are answered when the plan says so, not by a clock.
      url.searchParams.delete('wait');
    }
    const rename = options.breakIdempotency || (options.renameBrought && url.pathname === '/v1/reports');
    const { sent, original } = renamed(await bytesOf(request), rename);
    const asking = headersOf(request.headers);
    if (options.withoutProofs) Reflect.deleteProperty(asking, ACCEPTED_HEADER);
    const response = await fetch(new URL(url.pathname + url.search, options.address()), {
      method: request.method,
      headers: asking,
      ...(sent === undefined ? {} : { body: sent }),
    });
    const bytes = original(new Uint8Array(await response.arrayBuffer()));
    const page: Page | null = pull && response.ok ? JSON.parse(new TextDecoder().decode(bytes)) : null;
    const last = page === null ? null : look(after, page);
    const { status } = response;
    const body = bytes.length === 0 ? null : bytes;
    const given = page !== null && options.withoutDigests ? JSON.stringify({ ...page, digest: null }) : body;
    const about = asksOfCommands(request) && response.ok ? idsIn(new TextDecoder().decode(bytes)) : [];
    return {
      response: new Response(given, { status, headers: headersOf(response.headers) }),
      end: last,
      about,
    };
  };

  /** The answer reaches the PC. */
  const give = ({ answer }: Waiting, arrived: Arrived): void => {
    end = arrived.end ?? end;
    for (const id of arrived.about) options.handed.heardOf.add(id);
    answer(arrived.response);
  };

  /** The line breaks in the midst of what is sent. */
  const arriveByHalf = async (request: Request): Promise<void> => {
    const body = await bytesOf(request);
    if (body !== undefined) await sendHalf(options.address(), request, body);
  };

  /** Answers whether it is the last page. */
  const look = (after: string, page: Page): boolean => {
    options.handed.cursor = page.cursor;
    let last = placeOf(after, page.epoch);
    for (const { seq } of page.changes) {
      if (seq <= last) options.violate('the feed is in order', `${seq} after ${last}`);
      last = seq;
    }
    if (placeOf(page.cursor, page.epoch) < last) options.violate('the cursor goes on', page.cursor);
    return !page.more;
  };

  /** Others come and go before the answer is there; the request can still be given up. */
  const arriveSlowly = async (one: Waiting): Promise<void> => {
    const arrived = await arrive(one.request.clone());
    if (!one.request.signal.aborted) slow.push({ one, arrived });
  };

  const deliver = async (planned: Fault): Promise<boolean> => {
    const hindrance = options.hindrance();
    const answered = slow.shift();
    if (answered !== undefined) {
      const comes = hindrance === null ? planned === 'none' || planned === 'slow' : hindrance === 'in';
      if (comes) give(answered.one, answered.arrived);
      else answered.one.fail(new TypeError('fetch failed', { cause: failure('ECONNRESET') }));
      return true;
    }
    const one = queue.shift();
    if (one === undefined) return false;
    const { request, answer, fail } = one;
    if (endsQuestions(request)) options.handed.heardOf.delete(UNAUTHORIZED);
    if (asksOfCommands(request))
      for (const id of idsIn(request.url + (await request.clone().text()))) options.handed.heardOf.delete(id);
    if (hindrance !== null && isStranger(hindrance)) {
      answer(sayingOf(hindrance, options.believeStrangers));
      return true;
    }
    const fault = hindrance === null ? planned : hindrance === 'out' ? 'lose_answer' : 'lose_request';
    switch (fault) {
      case 'none':
        give(one, await arrive(request.clone()));
        break;
      case 'slow':
        await arriveSlowly(one);
        break;
      case 'refused':
        fail(new TypeError('fetch failed', { cause: failure('ECONNREFUSED') }));
        break;
      case 'lose_request':
        fail(new TypeError('fetch failed', { cause: failure('ECONNRESET') }));
        break;
      case 'lose_answer':
        await arrive(request.clone());
        fail(new TypeError('fetch failed', { cause: failure('ECONNRESET') }));
        break;
      case 'duplicate': {
        const twice = await Promise.all([arrive(request.clone()), arrive(request.clone())]);
        give(one, twice[1]);
        break;
      }
      case 'late': {
        const copy = request.clone();
        options.strays.push(async () => void (await arrive(copy)));
        fail(new TypeError('fetch failed', { cause: failure('UND_ERR_SOCKET') }));
        break;
      }
      case 'cut_body': {
        const { response: whole } = await arrive(request.clone());
        const bytes = new Uint8Array(await whole.arrayBuffer());
        if (bytes.length === 0) fail(new TypeError('fetch failed', { cause: failure('ECONNRESET') }));
        else answer(new Response(bytes.subarray(0, Math.floor(bytes.length / 2)), whole));
        break;
      }
      case 'cut_request':
        await arriveByHalf(request.clone());
        fail(new TypeError('fetch failed', { cause: failure('ECONNRESET') }));
        break;
      case 'html':
        answer(sayingOf(STRANGERS[count % STRANGERS.length] ?? 'portal', false));
        break;
      case 'unauthorized':
        options.handed.heardOf.add(UNAUTHORIZED);
        answer(reply(401, '{"code":"UNAUTHORIZED"}'));
        break;
      case 'too_large':
        answer(reply(413, '{"code":"PAYLOAD_TOO_LARGE"}'));
        break;
      case 'rate_limited':
        answer(reply(429, '{"code":"TOO_MANY_REQUESTS"}', { 'retry-after': '30' }));
        break;
      case 'server_error':
        await arrive(request.clone());
        answer(reply(500, '{"code":"INTERNAL_SERVER_ERROR"}'));
        break;
    }
    return true;
  };

  return {
    send,
    sent: () => count,
    waiting: () => queue.length + slow.length,
    reads: () => slow.length === 0 && queue[0]?.request.url.includes('/v1/changes') === true,
    deliver,
    arriveAll: async () => {
      for (const one of queue.splice(0)) await arriveSlowly(one);
    },
    hangUp: () => {
      ended = true;
    },
    cutOff: async (arrives) => {
      ended = true;
      slow = [];
      const left = queue;
      queue = [];
      if (arrives) for (const { request } of left) await arrive(request.clone());
    },
    atEnd: () => end,
    heardOf: (what) => options.handed.heardOf.has(what),
  };
}

/** That the central service does not know the PC: in the place of a command of which it has decided. */
export const UNAUTHORIZED = 'unauthorized';

/** The PC asks about several commands at once. With the next request it has looked at all the answers. */
const endsQuestions = ({ url, method }: Request): boolean =>
  new URL(url).pathname === '/v1/changes' || (method === 'POST' && url.endsWith('/v1/commands'));

const asksOfCommands = ({ url }: Request): boolean => new URL(url).pathname.startsWith('/v1/commands');

function idsIn(text: string): readonly string[] {
  return text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** What belongs to one connection only, or tells of a body that was unpacked. */
const OF_THE_CONNECTION: readonly string[] = [
  'connection',
  'content-encoding',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
];

function headersOf(headers: Headers): Record<string, string> {
  const kept = [...headers].filter(([name]) => !OF_THE_CONNECTION.includes(name));
  // Packing and unpacking is not what is tried here, and is a tenth of the time.
  return { ...Object.fromEntries(kept), 'accept-encoding': 'identity' };
}

async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
}

/** Announces the whole body, sends half of it and is gone. */
async function sendHalf(address: string, { url, method, headers }: Request, body: Uint8Array): Promise<void> {
  const { pathname } = new URL(url);
  const sending = httpRequest(new URL(pathname, address), {
    method,
    headers: { ...headersOf(headers), 'content-length': body.length },
  });
  sending.on('error', () => {});
  const closed = new Promise<void>((resolve) => sending.once('close', resolve));
  sending.write(body.subarray(0, Math.floor(body.length / 2)), () => sending.destroy());
  await closed;
}

/** The sequence number in a cursor of this epoch; -1 when it is of another one. */
function placeOf(cursor: string, epoch: string): number {
  const [of, seq] = cursor.split('.');
  return of === epoch ? Number(seq) : -1;
}

type Renamed = {
  readonly sent: Uint8Array<ArrayBuffer> | undefined;
  readonly original: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
};

/** With `broken`, a body whose commands have other ids than before, and the way back for the answer. */
function renamed(body: Uint8Array<ArrayBuffer> | undefined, broken: boolean): Renamed {
  const text = broken ? new TextDecoder().decode(body) : '';
  if (!text.startsWith('{"commands"')) return { sent: body, original: (bytes) => bytes };
  // What is brought when an office joins has its command within.
  const { commands }: { commands: { id?: string; command?: { id: string } }[] } = JSON.parse(text);
  const ids = commands.map(({ id, command }) => id ?? command?.id ?? '');
  const names = ids.map((id) => [id, crypto.randomUUID()] as const);
  const replaced = (from: string, way: 0 | 1): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(
      names.reduce((done, pair) => done.replaceAll(pair[way], pair[way === 0 ? 1 : 0]), from),
    );
  return { sent: replaced(text, 0), original: (bytes) => replaced(new TextDecoder().decode(bytes), 1) };
}
