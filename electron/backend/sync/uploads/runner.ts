import type { Answer } from '../http/failure.ts';
import { createRunner, type LanePorts, type Runner } from '../running/runner.ts';
import {
  type SentChunk,
  type UploadsEffect,
  type UploadsEvent,
  type UploadsState,
  uploadsMachine,
} from './machine.ts';
import type { UploadsStore } from './store.ts';

type UploadsPorts = LanePorts<UploadsStore> & {
  readonly changed: (state: UploadsState) => void;
  /** Let the commands go: a text is ready. */
  readonly push: () => void;
  /** The central service does not know us any more. */
  readonly unauthorized: () => void;
};

/** Carries files up, as the uploads machine says. */
export function runUploads(ports: UploadsPorts): Runner<UploadsState, UploadsEvent> {
  const { clock, store, log, transport, push, unauthorized } = ports;

  const standing = async (asked: Promise<Answer<number | null>>) => {
    const began = clock.now();
    const answer = await asked;
    if (!answer.ok) return answer;
    if (answer.value === null) return { type: 'gone' } as const;
    return { type: 'has', offset: answer.value, ms: clock.now() - began } as const;
  };
  const send = async ({ id, url, offset, length }: SentChunk, signal: AbortSignal) => {
    const bytes = store.read(id, offset, length);
    // Only a journal that lost pages has a gap: the rest of this file is nowhere.
    if (bytes.length !== length) return LOST;
    return standing(transport().files.append(url, offset, bytes, signal));
  };

  return createRunner<UploadsState, UploadsEvent, UploadsEffect>(uploadsMachine, ports, {
    work: {
      choose: async () => ({ type: 'chosen', choice: store.choose(clock.now()) }),
      ask: async ({ id }, signal) => {
        const file = store.announced(id);
        if (file === null) return LOST;
        const answer = await transport().files.has(file.sha256, signal);
        return answer.ok ? { type: answer.value ? 'there' : 'absent' } : answer;
      },
      announce: async ({ id }, signal) => {
        const file = store.announced(id);
        if (file === null) return LOST;
        const answer = await transport().files.announce(file, signal);
        if (!answer.ok) return answer;
        const url = answer.value;
        return url === null ? { type: 'refused', why: 'not_taken' } : { type: 'announced', url };
      },
      find: ({ url }, signal) => standing(transport().files.offset(url, signal)),
      send,
      keep: ({ id, url, offset }) => store.keep(id, url, offset),
      uploaded: ({ id }) => store.uploaded(id, clock.now()),
      refused: ({ id, why }) => {
        log.warn({ id, why }, 'a file will not be taken');
        store.refused(id, why, clock.now());
      },
      pass: ({ id }) => store.pass(id),
      push,
      unauthorized,
    },
    failure: (failure) => ({ type: 'failed', failure }),
    taken: (_, before, after) => {
      if (after.phase !== before.phase) ports.changed(after);
    },
  });
}

const LOST = { type: 'refused', why: 'bytes_lost' } as const;
