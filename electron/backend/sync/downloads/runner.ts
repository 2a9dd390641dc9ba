import type { Log } from '../../base/log.ts';
import type { Transport } from '../http/transport.ts';
import { logFailure } from '../running/retry.ts';
import { createRunner, type RequestEffect, type Runner, type RunnerPorts } from '../running/runner.ts';
import {
  type DownloadsEffect,
  type DownloadsEvent,
  type DownloadsState,
  downloadsMachine,
} from './machine.ts';
import type { DownloadsStore } from './store.ts';

export type DownloadsPorts = RunnerPorts & {
  readonly transport: () => Transport | null;
  readonly store: DownloadsStore;
  readonly log: Log;
  /** The central service does not know us any more. */
  readonly unauthorized: () => void;
};

/** Fetches files, as the downloads machine says. */
export function runDownloads(ports: DownloadsPorts): Runner<DownloadsState, DownloadsEvent> {
  const { clock, store, log } = ports;

  const request = async (
    effect: RequestEffect<DownloadsEffect>,
    signal: AbortSignal,
  ): Promise<DownloadsEvent | null> => {
    const { request: number } = effect;
    await ports.pause();
    if (signal.aborted) return null;
    if (effect.type === 'choose') return { type: 'chosen', request: number, file: store.choose() };
    const files = ports.transport()?.files;
    if (files === undefined) {
      return { type: 'failed', request: number, failure: { code: 'unauthorized', retryAfterMs: null } };
    }
    const { file, length } = effect;
    const began = clock.now();
    const answer = await files.chunk(file.sha256, file.received, length, signal);
    if (signal.aborted) return null;
    if (!answer.ok) {
      logFailure(log, 'download', answer.failure);
      return { type: 'failed', request: number, failure: answer.failure };
    }
    if (answer.value === null) {
      store.absent(file.sha256);
      return { type: 'useless', request: number };
    }
    const { bytes, size } = answer.value;
    if (store.take(file, bytes, size, clock.now())) {
      return { type: 'came', request: number, ms: clock.now() - began };
    }
    log.warn({}, 'the bytes of a file were other ones than they should be');
    return { type: 'useless', request: number };
  };

  return createRunner(downloadsMachine, ports, {
    perform: () => ports.unauthorized(),
    request,
    failure: (_, number, failure) => ({ type: 'failed', request: number, failure }),
  });
}
