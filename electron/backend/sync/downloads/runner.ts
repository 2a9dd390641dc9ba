import { createRunner, type LanePorts, type Runner } from '../running/runner.ts';
import {
  type DownloadsEffect,
  type DownloadsEvent,
  type DownloadsState,
  downloadsMachine,
} from './machine.ts';
import type { DownloadsStore } from './store.ts';

type DownloadsPorts = LanePorts<DownloadsStore> & {
  /** The central service does not know us any more. */
  readonly unauthorized: () => void;
};

/** Fetches files, as the downloads machine says. */
export function runDownloads(ports: DownloadsPorts): Runner<DownloadsState, DownloadsEvent> {
  const { clock, store, log, transport, unauthorized } = ports;
  return createRunner<DownloadsState, DownloadsEvent, DownloadsEffect>(downloadsMachine, ports, {
    work: {
      choose: async () => ({ type: 'chosen', file: store.choose() }),
      get: async ({ file, length }, signal) => {
        const began = clock.now();
        const answer = await transport().files.chunk(file.sha256, file.received, length, signal);
        if (signal.aborted) return null;
        if (!answer.ok) return answer;
        if (answer.value === null) {
          store.absent(file.sha256);
          return { type: 'useless' };
        }
        const { bytes, size } = answer.value;
        if (store.take(file, bytes, size, clock.now())) return { type: 'came', ms: clock.now() - began };
        log.warn({}, 'the bytes of a file were other ones than they should be');
        return { type: 'useless' };
      },
      unauthorized,
    },
    failure: (failure) => ({ type: 'failed', failure }),
  });
}
