import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { Answer } from '../http/failure.ts';
import type { FileTransport, Transport } from '../http/transport.ts';
import { underWay } from '../running/in-flight.ts';
import { LANE_INITIAL, type LaneEffect, type LaneEvent, type LaneState, laneStep } from './machine.ts';
import type { UploadStore } from './store.ts';

export type UploadPorts = {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly transport: () => Transport | null;
  readonly store: UploadStore;
  readonly log: Log;
  /** A step failed on this computer, not at the centre. */
  readonly failed: (error: unknown) => void;
  readonly changed: (state: LaneState) => void;
  /** Let the commands go: a text is ready. */
  readonly push: () => void;
  /** The centre does not know us any more. */
  readonly unauthorized: () => void;
  readonly pause: () => Promise<void>;
};

export type UploadLane = {
  readonly send: (event: LaneEvent) => void;
  readonly state: () => LaneState;
  readonly progress: UploadStore['progress'];
  /** Resolves when nothing of the lane runs any more. */
  readonly stop: () => Promise<void>;
};

/** Runs the upload lane's state machine: does what it says, and tells it what came of it. */
export function createUploadLane(ports: UploadPorts): UploadLane {
  const { clock, store, log } = ports;
  let state = LANE_INITIAL;
  const doing = underWay({ clock, ring: () => send({ type: 'alarm' }), failed: ports.failed });

  const send = (event: LaneEvent): void => {
    const next = laneStep(state, event, clock.now(), ports.random());
    const moved = next.state.phase !== state.phase;
    state = next.state;
    for (const effect of next.effects) run(effect);
    if (moved) ports.changed(state);
  };

  const run = (effect: LaneEffect): void => {
    switch (effect.type) {
      case 'abort':
        doing.abort();
        break;
      case 'alarm':
        doing.alarm(effect.at);
        break;
      case 'push':
        ports.push();
        break;
      case 'unauthorized':
        ports.unauthorized();
        break;
      default:
        track(effect);
    }
  };

  type Work = Exclude<LaneEffect, { readonly type: 'abort' | 'alarm' | 'push' | 'unauthorized' }>;

  const track = (effect: Work): void => {
    const { request } = state;
    doing.track(work(effect, doing.signal()), (failure) => send({ type: 'failed', request, failure }));
  };

  const work = async (effect: Work, signal: AbortSignal): Promise<void> => {
    switch (effect.type) {
      case 'keep':
        return store.keep(effect.id, effect.url, effect.offset);
      case 'uploaded':
        return store.uploaded(effect.id, clock.now());
      case 'refused':
        log.warn({ id: effect.id, why: effect.why }, 'a file will not be taken');
        return store.refused(effect.id, effect.why, clock.now());
    }
    // A turn of its own: an event must be wholly taken before the next one is sent.
    await ports.pause();
    if (signal.aborted) return;
    const { request } = effect;
    if (effect.type === 'choose') {
      send({ type: 'chosen', request, choice: store.choose(clock.now()) });
      return;
    }
    const files = ports.transport()?.files;
    if (files === undefined) {
      send({ type: 'failed', request, failure: { code: 'unauthorized', retryAfterMs: null } });
      return;
    }
    const event = await ask(effect, request, files, signal);
    if (!signal.aborted) send(event);
  };

  type Request = Exclude<Work, { readonly type: 'keep' | 'uploaded' | 'refused' | 'choose' }>;

  const ask = async (
    effect: Request,
    request: number,
    files: FileTransport,
    signal: AbortSignal,
  ): Promise<LaneEvent> => {
    const began = clock.now();
    switch (effect.type) {
      case 'ask': {
        const file = store.announced(effect.id);
        if (file === null) return { type: 'refused', request, why: 'bytes_lost' };
        const answer = await files.has(file.sha256, signal);
        return answer.ok ? { type: answer.value ? 'there' : 'absent', request } : failed(answer, request);
      }
      case 'announce': {
        const file = store.announced(effect.id);
        if (file === null) return { type: 'refused', request, why: 'bytes_lost' };
        const answer = await files.announce(file, signal);
        if (!answer.ok) return failed(answer, request);
        const url = answer.value;
        return url === null
          ? { type: 'refused', request, why: 'not_taken' }
          : { type: 'announced', request, url };
      }
      case 'find':
        return standing(await files.offset(effect.url, signal), request, began);
      case 'send': {
        const bytes = store.read(effect.id, effect.offset, effect.length);
        // Only a journal that lost pages has a gap: the rest of this file is nowhere.
        if (bytes.length !== effect.length) return { type: 'refused', request, why: 'bytes_lost' };
        return standing(await files.append(effect.url, effect.offset, bytes, signal), request, began);
      }
    }
  };

  const standing = (answer: Answer<number | null>, request: number, began: number): LaneEvent => {
    if (!answer.ok) return failed(answer, request);
    return answer.value === null
      ? { type: 'gone', request }
      : { type: 'has', request, offset: answer.value, ms: clock.now() - began };
  };

  const failed = (answer: Answer<unknown> & { readonly ok: false }, request: number): LaneEvent => {
    const { failure } = answer;
    if (failure.code !== 'aborted')
      log.info({ what: 'upload', code: failure.code }, 'no answer from the centre');
    return { type: 'failed', request, failure };
  };

  return {
    send,
    state: () => state,
    progress: store.progress,
    stop: async () => {
      send({ type: 'stop' });
      await doing.settled();
    },
  };
}
