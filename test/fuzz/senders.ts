import fc from 'fast-check';
import { centralRequests } from './central-requests.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import type { Answer, NoAnswer } from './judge.ts';
import { OWN_MARK, type Owner } from './marks.ts';
import { openSeen } from './seen.ts';
import { type HttpRequest, sendHttp } from './send-http.ts';
import { type Framing, windowFrames } from './window-frames.ts';
import { sayUnproven } from './window-line.ts';
import type { Window } from './windows.ts';
import type { World } from './world.ts';

export type Sent = {
  readonly what: string;
  /** Whose secrets the answer may hold. */
  readonly owner: Owner;
  readonly answer: Answer | NoAnswer;
};

export type SendOptions = {
  /** Of the central service, or of what stands before it. */
  readonly address: string;
  readonly seed: number;
  /** No answer after this (ms) is none. */
  readonly patienceMs: number;
};

/** Every such request asks a service whose limits are as they are. */
const STRICT_EVERY = 50;
/** So often an office may bring again what it did alone. */
const RENEW_EVERY = 20;
/** Of so many requests this many go to the central service, the others to a window. */
const [TO_CENTRAL, OF] = [6, 10];
/** Of so many requests to windows two come from somebody who has proven nothing. */
const UNPROVEN_OF = 16;

/** Sends the n-th request, which follows from the seed and n alone but for ids that were given before. */
export function openSenders(world: World, options: SendOptions): (n: number) => Promise<Sent> {
  const toCentral = centralSender(world, options);
  const toWindows = world.windows.map((window) => windowSender(world, window, options));
  let toWindow = 0;
  return async (n) => {
    if (n % OF < TO_CENTRAL) return toCentral(n);
    const send = toWindows[toWindow++ % toWindows.length];
    if (send === undefined) throw new Error('no window');
    return send(n);
  };
}

/** A token as they look, which is nobody's. */
const STRANGERS_TOKEN = 'a'.repeat(43);

const TOKEN = /"token":"([\w-]{43})"/;

function centralSender(world: World, { address, seed, patienceMs }: SendOptions) {
  const requests = centralRequests(world.known);
  const seen = openSeen();
  return async (n: number): Promise<Sent> => {
    if (n % RENEW_EVERY === 0) await world.renewJoining();
    const { asker, request } = sampled(requests, seed, n);
    const isOfficer = asker !== 'nobody' && asker !== 'stranger';
    const owner = isOfficer ? world.members[asker].owner : 'nobody';
    const stranger = asker === 'nobody' ? null : STRANGERS_TOKEN;
    const fill = (text: string): string => seen.fill(text).replaceAll(OWN_MARK, world.marks.of(owner));
    const filled = filledRequest(request, fill, isOfficer ? world.members[asker].token : stranger);
    const answer = await sendHttp(n % STRICT_EVERY === 0 ? world.strictAddress : address, filled, patienceMs);
    const text = typeof answer === 'string' ? '' : answer.text;
    seen.note(text);
    // Whoever has enrolled now has a token, which is a secret like any other.
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return { what: told(filled), owner, answer };
    world.marks.addToken('joining', token);
    return { what: told(filled), owner: 'joining', answer };
  };
}

/** With what exists meanwhile, and with the token of whoever asks. */
function filledRequest(
  request: HttpRequest,
  fill: (text: string) => string,
  token: string | null,
): HttpRequest {
  const { path, headers, body } = request;
  const has = (name: string): boolean => headers.some(([known]) => known === name);
  const isText = headers.some(([name, value]) => name === 'Content-Type' && value === 'application/json');
  const isFixed = !isText || has('Content-Encoding') || has('Content-Length');
  return {
    ...request,
    path: fill(path),
    headers:
      token === null || has('Authorization') ? headers : [...headers, ['Authorization', `Bearer ${token}`]],
    body: isFixed ? body : Buffer.from(fill(body.toString())),
  };
}

const told = ({ method, path, headers, body }: HttpRequest): string =>
  `${method} ${path} ${JSON.stringify(headers)} ${body.toString()}`;

function windowSender({ marks, known }: World, window: Window, { seed, patienceMs }: SendOptions) {
  const { owner, origin, line, badLine } = window;
  const framings = windowFrames(window.known);
  const requests = centralRequests(known);
  const seen = openSeen();
  let sent = 0;
  return async (n: number): Promise<Sent> => {
    sent++;
    if (sent % UNPROVEN_OF === 0) {
      const text = sampled(GREETINGS, seed, n);
      return {
        what: `unproven ${text}`,
        owner: 'nobody',
        answer: await sayUnproven(origin, text),
      };
    }
    if (sent % UNPROVEN_OF === 1) {
      const { request } = sampled(requests, seed, n);
      return {
        what: `host ${told(request)}`,
        owner: 'nobody',
        answer: await sendHttp(origin, request, patienceMs),
      };
    }
    const framing = sampled(framings, seed, n);
    const filled: Framing = (id) => {
      const { data, ...frame } = framing(id);
      const fill = (text: string) => seen.fill(text).replaceAll(OWN_MARK, marks.of(owner));
      return { ...frame, data: typeof data === 'string' ? fill(data) : data };
    };
    const { data, mayEndLine } = filled('n');
    const answer = await (mayEndLine ? badLine : line).send(filled, patienceMs);
    if (typeof answer !== 'string') seen.note(answer.text);
    const url = /"u":"([^"]*)"/.exec(String(data))?.[1] ?? 'broken';
    return { what: `window ${url} {${String(data)}`, owner, answer };
  };
}

/** What somebody says first who knows no secret. */
const GREETINGS = fc.constantFrom(
  ...HOSTILE_TEXTS,
  '{"ticket":"run","nonce":"x"}',
  '{"ticket":"reload","nonce":"\\u0000"}',
  '{"ticket":"__proto__","nonce":"x"}',
  '{"ticket":"9999999999999.x","nonce":"x"}',
  '{"ticket":"NaN","nonce":{}}',
);

function sampled<T>(values: fc.Arbitrary<T>, seed: number, n: number): T {
  const [value] = fc.sample(values, { seed: seed + n, numRuns: 1 });
  if (value === undefined) throw new Error('nothing to send');
  return value;
}
