import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod';

export type OfficersOptions = {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly centralUrl: string;
  readonly people: readonly { readonly name: string; readonly agencyId: string; readonly code: string }[];
  readonly pauseMs: number;
  readonly speed: number;
  readonly seed: number;
};

const checked = z.object({ commands: z.int(), violations: z.array(z.string()) });

/**
 * What an officers' process is asked, one thing after the other; it answers each with a message when it is
 * done.
 */
export type Asked =
  | { readonly do: 'start'; readonly options: OfficersOptions }
  | { readonly do: 'work' | 'stop_work' | 'until_synced' | 'check' };

/** A process with several officers' apps in it. */
export type OfficersProcess = {
  readonly work: () => void;
  /** Resolves when the last thing is done that an officer had begun. */
  readonly stopWork: () => Promise<void>;
  readonly untilSynced: () => Promise<void>;
  readonly check: () => Promise<z.infer<typeof checked>>;
  readonly close: () => Promise<void>;
};

/** Resolves when all are enrolled and have their complaints. */
export async function startOfficers(options: OfficersOptions): Promise<OfficersProcess> {
  const child = fork(join(import.meta.dirname, 'officers-worker.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const ask = async (asked: Asked): Promise<unknown> => {
    child.send(asked);
    const answer = await Promise.race([once(child, 'message'), ended.then(() => null)]);
    if (answer === null) throw new Error(`a process with officers ended while it was asked to ${asked.do}`);
    return answer[0];
  };
  await ask({ do: 'start', options });
  return {
    work: () => child.send({ do: 'work' } satisfies Asked),
    stopWork: async () => void (await ask({ do: 'stop_work' })),
    untilSynced: async () => void (await ask({ do: 'until_synced' })),
    check: async () => checked.parse(await ask({ do: 'check' })),
    close: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
