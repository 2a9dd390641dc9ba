import type { Log } from '../../base/log.ts';
import type { Answer } from '../http/failure.ts';
import type { FileTransport, Transport } from '../http/transport.ts';
import { logFailure } from '../running/retry.ts';
import {
  createRunner,
  type LocalEffect,
  type RequestEffect,
  type Runner,
  type RunnerPorts,
} from '../running/runner.ts';
import { type UploadsEffect, type UploadsEvent, type UploadsState, uploadsMachine } from './machine.ts';
import type { UploadsStore } from './store.ts';

export type UploadsPorts = RunnerPorts & {
  readonly transport: () => Transport | null;
  readonly store: UploadsStore;
  readonly log: Log;
  readonly changed: (state: UploadsState) => void;
  /** Let the commands go: a text is ready. */
  readonly push: () => void;
  /** The central service does not know us any more. */
  readonly unauthorized: () => void;
};

type Request = RequestEffect<UploadsEffect>;

/** Carries files up, as the uploads machine says. */
export function runUploads(ports: UploadsPorts): Runner<UploadsState, UploadsEvent> {
  const { clock, store, log } = ports;

  const perform = (effect: LocalEffect<UploadsEffect>): void => {
    switch (effect.type) {
      case 'push':
        ports.push();
        break;
      case 'unauthorized':
        ports.unauthorized();
        break;
      case 'keep':
        store.keep(effect.id, effect.url, effect.offset);
        break;
      case 'uploaded':
        store.uploaded(effect.id, clock.now());
        break;
      case 'refused':
        log.warn({ id: effect.id, why: effect.why }, 'a file will not be taken');
        store.refused(effect.id, effect.why, clock.now());
        break;
    }
  };

  const request = async (effect: Request, signal: AbortSignal): Promise<UploadsEvent | null> => {
    const { request: number } = effect;
    await ports.pause();
    if (signal.aborted) return null;
    if (effect.type === 'choose') {
      return { type: 'chosen', request: number, choice: store.choose(clock.now()) };
    }
    const files = ports.transport()?.files;
    if (files === undefined) {
      return { type: 'failed', request: number, failure: { code: 'unauthorized', retryAfterMs: null } };
    }
    return ask(effect, files, signal);
  };

  const ask = async (
    effect: Exclude<Request, { readonly type: 'choose' }>,
    files: FileTransport,
    signal: AbortSignal,
  ): Promise<UploadsEvent> => {
    const began = clock.now();
    const { request: number } = effect;
    switch (effect.type) {
      case 'ask': {
        const file = store.announced(effect.id);
        if (file === null) return { type: 'refused', request: number, why: 'bytes_lost' };
        const answer = await files.has(file.sha256, signal);
        return answer.ok
          ? { type: answer.value ? 'there' : 'absent', request: number }
          : failed(answer, number);
      }
      case 'announce': {
        const file = store.announced(effect.id);
        if (file === null) return { type: 'refused', request: number, why: 'bytes_lost' };
        const answer = await files.announce(file, signal);
        if (!answer.ok) return failed(answer, number);
        const url = answer.value;
        return url === null
          ? { type: 'refused', request: number, why: 'not_taken' }
          : { type: 'announced', request: number, url };
      }
      case 'find':
        return standing(await files.offset(effect.url, signal), number, began);
      case 'send': {
        const bytes = store.read(effect.id, effect.offset, effect.length);
        // Only a journal that lost pages has a gap: the rest of this file is nowhere.
        if (bytes.length !== effect.length) return { type: 'refused', request: number, why: 'bytes_lost' };
        return standing(await files.append(effect.url, effect.offset, bytes, signal), number, began);
      }
    }
  };

  const standing = (answer: Answer<number | null>, number: number, began: number): UploadsEvent => {
    if (!answer.ok) return failed(answer, number);
    return answer.value === null
      ? { type: 'gone', request: number }
      : { type: 'has', request: number, offset: answer.value, ms: clock.now() - began };
  };

  const failed = ({ failure }: Answer<unknown> & { readonly ok: false }, number: number): UploadsEvent => {
    logFailure(log, 'upload', failure);
    return { type: 'failed', request: number, failure };
  };

  return createRunner(uploadsMachine, ports, {
    perform,
    request,
    failure: (_, number, failure) => ({ type: 'failed', request: number, failure }),
    taken: (_, before, after) => {
      if (after.phase !== before.phase) ports.changed(after);
    },
  });
}
