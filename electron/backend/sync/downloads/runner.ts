import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { Transport } from '../http/transport.ts';
import { underWay } from '../running/in-flight.ts';
import { FETCH_INITIAL, type FetchEffect, type FetchEvent, type FetchState, fetchStep } from './machine.ts';
import type { FetchStore } from './store.ts';

export type FetchPorts = {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly transport: () => Transport | null;
  readonly store: FetchStore;
  readonly log: Log;
  /** A step failed on this computer, not at the centre. */
  readonly failed: (error: unknown) => void;
  /** The centre does not know us any more. */
  readonly unauthorized: () => void;
  readonly pause: () => Promise<void>;
};

export type FetchLane = {
  readonly send: (event: FetchEvent) => void;
  readonly state: () => FetchState;
  /** Resolves when nothing of it runs any more. */
  readonly stop: () => Promise<void>;
};

/** Runs the state machine of the downloads: does what it says, and tells it what came of it. */
export function createFetchLane(ports: FetchPorts): FetchLane {
  const { clock, store, log } = ports;
  let state = FETCH_INITIAL;
  const doing = underWay({ clock, ring: () => send({ type: 'alarm' }), failed: ports.failed });

  const send = (event: FetchEvent): void => {
    const next = fetchStep(state, event, clock.now(), ports.random());
    state = next.state;
    for (const effect of next.effects) run(effect);
  };

  const run = (effect: FetchEffect): void => {
    switch (effect.type) {
      case 'abort':
        doing.abort();
        break;
      case 'alarm':
        doing.alarm(effect.at);
        break;
      case 'unauthorized':
        ports.unauthorized();
        break;
      case 'choose':
      case 'get': {
        const { request } = effect;
        doing.track(work(effect, doing.signal()), (failure) => send({ type: 'failed', request, failure }));
      }
    }
  };

  type Work = Extract<FetchEffect, { readonly request: number }>;

  const work = async (effect: Work, signal: AbortSignal): Promise<void> => {
    // A turn of its own: an event must be wholly taken before the next one is sent.
    await ports.pause();
    if (signal.aborted) return;
    if (effect.type === 'choose') {
      send({ type: 'chosen', request: effect.request, file: store.choose() });
      return;
    }
    const event = await get(effect, signal);
    if (event !== null) send(event);
  };

  const get = async (
    { request, file, length }: Extract<FetchEffect, { readonly type: 'get' }>,
    signal: AbortSignal,
  ): Promise<FetchEvent | null> => {
    const files = ports.transport()?.files;
    if (files === undefined) {
      return { type: 'failed', request, failure: { code: 'unauthorized', retryAfterMs: null } };
    }
    const began = clock.now();
    const answer = await files.part(file.sha256, file.received, length, signal);
    if (signal.aborted) return null;
    if (!answer.ok) {
      log.info({ what: 'download', code: answer.failure.code }, 'no answer from the centre');
      return { type: 'failed', request, failure: answer.failure };
    }
    if (answer.value === null) {
      store.absent(file.sha256);
      return { type: 'useless', request };
    }
    const { bytes, size } = answer.value;
    if (store.take(file, bytes, size, clock.now())) return { type: 'came', request, ms: clock.now() - began };
    log.warn({}, 'the bytes of a file were other ones than they should be');
    return { type: 'useless', request };
  };

  return {
    send,
    state: () => state,
    stop: async () => {
      send({ type: 'stop' });
      await doing.settled();
    },
  };
}
