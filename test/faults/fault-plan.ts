import { type Random, seededRandom } from '../../demo/random.ts';

/** What the line does to one request. `at`: a share of the body in [0, 1), where it is cut. */
export type Fault =
  | { readonly kind: 'none' }
  /** The connection is reset, nobody saw the request. */
  | { readonly kind: 'reset' }
  /** The request goes nowhere, and after `ms` of silence the connection ends. */
  | { readonly kind: 'lose_request'; readonly ms: number }
  /** The service decides, and its answer is lost. */
  | { readonly kind: 'lose_answer' }
  | { readonly kind: 'cut_request'; readonly at: number }
  | { readonly kind: 'cut_answer'; readonly at: number }
  /** Given up by the app, and after `ms` it arrives all the same, after later ones. */
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** 429 with `Retry-After`. */
  | { readonly kind: 'rate_limited'; readonly seconds: number }
  /** The service decides, and something between answers 500. */
  | { readonly kind: 'server_error' }
  /** 503: nobody decides. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'too_large' }
  /** A captive portal: its page, with status 200. */
  | { readonly kind: 'html' };

export type RequestSeen = { readonly method: string; readonly path: string; readonly bodyBytes: number };
export type Plan = (request: RequestSeen) => Fault;

const NONE: Fault = { kind: 'none' };

const MAKERS: readonly (readonly [cards: number, make: (random: Random) => Fault])[] = [
  [4, () => ({ kind: 'reset' })],
  [3, (random) => ({ kind: 'lose_request', ms: random.between(0, 1_500) })],
  [6, () => ({ kind: 'lose_answer' })],
  [4, (random) => ({ kind: 'cut_request', at: shareOf(random) })],
  [5, (random) => ({ kind: 'cut_answer', at: shareOf(random) })],
  [4, (random) => ({ kind: 'late', ms: random.between(50, 1_500) })],
  [5, () => ({ kind: 'duplicate' })],
  [8, (random) => ({ kind: 'delay', ms: random.between(20, 800) })],
  [2, () => ({ kind: 'rate_limited', seconds: 1 })],
  [3, () => ({ kind: 'server_error' })],
  [3, () => ({ kind: 'unavailable' })],
  [1, () => ({ kind: 'unauthorized' })],
  [4, () => ({ kind: 'too_large' })],
  [3, () => ({ kind: 'html' })],
];
/**
 * Bodies above this are "too large" for the line now and then, bytes: more than one command of a test, less
 * than several.
 */
export const LARGE_BODY = 1_200;

/**
 * A misbehaving line, the same for the same seed and order of requests. `share` of the requests meet
 * something, in [0, 1]; the faults are dealt like cards, so that a short run meets all kinds too. Enrolment
 * is spared: a one-time code is used up by the answer that was lost.
 */
export function seededPlan(seed: number, share: number): Plan {
  const random = seededRandom(seed);
  const deal = dealer(random);
  return ({ path, bodyBytes }) => {
    if (path.startsWith('/v1/enrolments') || !random.chance(share)) return NONE;
    const fault = deal();
    return fault.kind === 'too_large' && bodyBytes <= LARGE_BODY ? NONE : fault;
  };
}

function dealer(random: Random): () => Fault {
  let cards: ((random: Random) => Fault)[] = [];
  return () => {
    if (cards.length === 0)
      cards = MAKERS.flatMap(([count, make]) => Array.from({ length: count }, () => make));
    const [make] = cards.splice(random.between(0, cards.length - 1), 1);
    return make === undefined ? NONE : make(random);
  };
}

function shareOf(random: Random): number {
  return random.between(0, 9_999) / 10_000;
}
