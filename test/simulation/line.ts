import type { Fault } from './steps.ts';

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
  /** Does the oldest one ask for the feed? */
  readonly reads: () => boolean;
  /** Sends the oldest waiting request on its way. False: none waits. */
  readonly deliver: (fault: Fault) => Promise<boolean>;
  /** From here on nothing of this PC goes out, and nobody hears an answer. */
  readonly hangUp: () => void;
  /** The PC is gone: what waits may still arrive. */
  readonly cutOff: (arrives: boolean) => Promise<void>;
  /** Did the last page of the feed that arrived here go to the end? */
  readonly atEnd: () => boolean;
};

export type LineOptions = {
  readonly address: string;
  /** Takes the requests that arrive later than they are waited for. */
  readonly strays: (() => Promise<void>)[];
  /** Each attempt gets new ids, as if nothing recognised a command again. */
  readonly breakIdempotency: boolean;
  /** The PC asks for what comes after the last page that was handed to it, whether it has taken that page or not. */
  readonly breakCursor: boolean;
  /** Belongs to the PC and outlives a start: the cursor of the last page that was handed to it. */
  readonly handed: { cursor: string | null };
  readonly violate: (invariant: string, detail: string) => void;
};

/** Pages this small, so that a pull of a few reports is several requests. */
const PAGE = 3;

/** The line of one PC: each request stands still until the plan says what becomes of it. */
export function openLine(options: LineOptions): Line {
  let queue: Waiting[] = [];
  /** Answered by the centre; the answer is under way. */
  let slow: { readonly one: Waiting; readonly response: Response }[] = [];
  let ended = false;
  let end = false;

  const send = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
    new Promise((answer, fail) => {
      const request = new Request(input, init);
      const one: Waiting = { request, answer, fail };
      request.signal.addEventListener('abort', () => {
        queue = queue.filter((other) => other !== one);
        slow = slow.filter((other) => other.one !== one);
        fail(new DOMException('ended by the PC', 'AbortError'));
      });
      if (ended || request.signal.aborted) fail(new DOMException('the PC is gone', 'AbortError'));
      else if (request.url.endsWith('/v1/enrolments')) arrive(request.clone()).then(answer, fail);
      else queue.push(one);
    });

  /** The request reaches the centre and is answered. */
  const arrive = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const pull = url.pathname === '/v1/changes';
    const asked = url.searchParams.get('after') ?? '';
    const after = options.breakCursor && asked !== '' ? (options.handed.cursor ?? asked) : asked;
    if (pull) {
      url.searchParams.set('after', after);
      url.searchParams.set('limit', String(PAGE));
      // Held requests are answered when the plan says so, not by a clock.
      url.searchParams.delete('wait');
    }
    const body = request.method === 'POST' ? await request.text() : undefined;
    const { sent, original } = renamed(body, options.breakIdempotency);
    const response = await fetch(new URL(url.pathname + url.search, options.address), {
      method: request.method,
      headers: headersOf(request),
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = original(await response.text());
    if (pull && response.ok) look(after, text);
    const type = response.headers.get('content-type') ?? '';
    return new Response(text, { status: response.status, headers: { 'content-type': type } });
  };

  const look = (after: string, text: string): void => {
    const page: { epoch: string; more: boolean; cursor: string; changes: { seq: number }[] } =
      JSON.parse(text);
    end = !page.more;
    options.handed.cursor = page.cursor;
    let last = placeOf(after, page.epoch);
    for (const { seq } of page.changes) {
      if (seq <= last) options.violate('the feed is in order', `${seq} after ${last}`);
      last = seq;
    }
    if (placeOf(page.cursor, page.epoch) < last) options.violate('the cursor goes on', page.cursor);
  };

  const deliver = async (fault: Fault): Promise<boolean> => {
    const answered = slow.shift();
    if (answered !== undefined) {
      if (fault === 'none' || fault === 'slow') answered.one.answer(answered.response);
      else answered.one.fail(new TypeError('fetch failed', { cause: failure('ECONNRESET') }));
      return true;
    }
    const one = queue.shift();
    if (one === undefined) return false;
    const { request, answer, fail } = one;
    switch (fault) {
      case 'none':
        answer(await arrive(request.clone()));
        break;
      case 'slow': {
        // Others come and go before the answer is there; the request can still be given up.
        const response = await arrive(request.clone());
        if (!request.signal.aborted) slow.push({ one, response });
        break;
      }
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
        answer(twice[1]);
        break;
      }
      case 'late': {
        const copy = request.clone();
        options.strays.push(async () => void (await arrive(copy)));
        fail(new TypeError('fetch failed', { cause: failure('UND_ERR_SOCKET') }));
        break;
      }
      case 'cut_body': {
        const whole = await arrive(request.clone());
        const text = await whole.text();
        answer(new Response(text.slice(0, Math.floor(text.length / 2)), whole));
        break;
      }
      case 'html':
        answer(
          reply(200, '<html><body>Silakan masuk ke Wi-Fi</body></html>', { 'content-type': 'text/html' }),
        );
        break;
      case 'unauthorized':
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
    waiting: () => queue.length + slow.length,
    reads: () => slow.length === 0 && queue[0]?.request.url.includes('/v1/changes') === true,
    deliver,
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
  };
}

function reply(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function headersOf(request: Request): Record<string, string> {
  const { authorization, 'content-type': type } = Object.fromEntries(request.headers);
  return {
    // Packing and unpacking is not what is tried here, and is a tenth of the time.
    'accept-encoding': 'identity',
    ...(authorization === undefined ? {} : { authorization }),
    ...(type === undefined ? {} : { 'content-type': type }),
  };
}

/** The sequence number in a cursor of this epoch; -1 when it is of another one. */
function placeOf(cursor: string, epoch: string): number {
  const [of, seq] = cursor.split('.');
  return of === epoch ? Number(seq) : -1;
}

/** With `broken`, a body whose commands have other ids than before, and the way back for the answer. */
function renamed(
  body: string | undefined,
  broken: boolean,
): { readonly sent: string | undefined; readonly original: (text: string) => string } {
  if (!broken || body === undefined || !body.includes('"commands"'))
    return { sent: body, original: (text) => text };
  const { commands }: { commands: { id: string }[] } = JSON.parse(body);
  const names = commands.map(({ id }) => [id, crypto.randomUUID()] as const);
  const replaced = (text: string, way: 0 | 1): string =>
    names.reduce((done, pair) => done.replaceAll(pair[way], pair[way === 0 ? 1 : 0]), text);
  return { sent: replaced(body, 0), original: (text) => replaced(text, 1) };
}
