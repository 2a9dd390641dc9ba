import type { Log } from '../base/log.ts';
import { sleepUnlessAborted } from '../base/sleep.ts';
import type { Stores } from '../projection/stores.ts';
import type { Connector } from '../sync/http/transport.ts';
import { backoffMs } from '../sync/running/retry.ts';
import type { RunnerPorts } from '../sync/running/runner.ts';
import { joinCentral } from './joining.ts';

type JoinerPorts = RunnerPorts & {
  readonly stores: Stores;
  readonly connector: Connector;
  readonly newId: () => string;
  readonly log: Log;
  /** The progress changed, or joining was given up. */
  readonly changed: () => void;
  /** The central service decides from now on. */
  readonly joined: () => void;
  readonly closing: AbortSignal;
};

/** `waiting`: no answer came the last time; it is tried again. */
type Progress = { readonly brought: number; readonly total: number; readonly waiting: boolean };

export type Joiner = {
  /** Begins to hand the office's complaints over where access was granted; a second call changes nothing. */
  readonly go: () => void;
  /** Null: the office is not joining. */
  readonly progress: () => Progress | null;
  /** The office goes on alone. */
  readonly cancel: () => void;
  /** Resolves when nothing of it runs any more. */
  readonly stop: () => Promise<void>;
};

/** ms until it is looked again whether the officer's last text is decided. */
const SOON_MS = 1_000;

/**
 * Hands a standalone office over to its new central service: as often as it takes, and on after a restart.
 */
export function createJoiner(ports: JoinerPorts): Joiner {
  const { stores, connector, clock, random, log, changed, joined, closing } = ports;
  const { standalone, session } = stores.journal;
  let brought = 0;
  let waiting = false;
  let running: Promise<void> | null = null;

  const waits = (next: boolean): void => {
    if (next === waiting) return;
    waiting = next;
    changed();
  };
  const progressed = (count: number): void => {
    brought = count;
    waiting = false;
    changed();
  };

  const run = async (): Promise<void> => {
    for (let attempt = 1; !closing.aborted; ) {
      const joining = session.joining();
      if (joining === null) return;
      const transport = connector.connect(joining.centralUrl, joining.token);
      const end = await joinCentral({ ...ports, transport, joining, progressed, waits }, closing);
      if (end.done === 'joined') return joined();
      if (end.code === 'unauthorized') {
        log.warn({}, 'the new centre does not know us any more: the office goes on alone');
        stores.journal.write(() => session.setJoining(null));
        return changed();
      }
      if (end.code !== null) log.info({ code: end.code }, 'not joined yet');
      waiting = end.code !== null;
      changed();
      attempt = end.code === null ? 1 : attempt + 1;
      await sleepUnlessAborted(clock, end.code === null ? SOON_MS : backoffMs(attempt, random()), closing);
    }
  };
  return {
    go: () => {
      running ??= run()
        .catch(ports.failed)
        .finally(() => {
          running = null;
        });
    },
    progress: () => {
      if (session.joining() === null) return null;
      const total = standalone.count();
      return { brought: Math.min(brought, total), total, waiting };
    },
    cancel: () => {
      stores.journal.write(() => session.setJoining(null));
      changed();
    },
    stop: async () => {
      await running;
    },
  };
}
