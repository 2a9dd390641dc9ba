import { sleepUnlessAborted } from '../base/clock.ts';
import type { Stores } from '../projection/stores.ts';
import type { FailureCode } from '../sync/http/failure.ts';
import type { Connector } from '../sync/http/transport.ts';
import { backoffMs } from '../sync/running/retry.ts';
import { localFailure, type RunnerPorts } from '../sync/running/runner.ts';
import { joinCentral } from './joining.ts';

type JoinerPorts = RunnerPorts & {
  readonly stores: Stores;
  readonly connector: Connector;
  readonly newId: () => string;
  /** The progress changed, or joining was given up. */
  readonly changed: () => void;
  /** The central service decides from now on. */
  readonly joined: () => void;
  readonly closing: AbortSignal;
};

/** ms until it is looked again whether the officer's last text is decided. */
const SOON_MS = 1_000;

export type Joiner = ReturnType<typeof createJoiner>;

/** Hands a standalone office over to its central service: as often as it takes, and on after a restart. */
export function createJoiner(ports: JoinerPorts) {
  const { stores, connector, clock, random, log, failed, changed, joined, closing } = ports;
  const { standalone, session } = stores.journal;
  let brought = 0;
  let obstacle: FailureCode | null = null;
  let running: Promise<void> | null = null;
  let hurry = new AbortController();

  const waits = (next: boolean): void => {
    if (next === (obstacle !== null)) return;
    obstacle = next ? 'unreachable' : null;
    changed();
  };
  const progressed = (count: number): void => {
    brought = count;
    obstacle = null;
    changed();
  };

  /** The office goes on alone. */
  const cancel = (): void => {
    stores.journal.write(() => session.setJoining(null));
    changed();
  };
  const giveUp = (): void => {
    log.warn({ code: 'refused' }, 'the access is not for joining any more: the office goes on alone');
    const at = new Date(clock.now()).toISOString();
    stores.journal.write(() => stores.journal.notices.put({ code: 'join_refused', at }));
    cancel();
  };

  /** Once from the beginning. Null: the office is not joining any more. */
  const tryOnce = async (): Promise<'later' | FailureCode | null> => {
    const joining = session.joining();
    if (joining === null) return null;
    const transport = connector.connect(joining.centralUrl, joining.token);
    const end = await joinCentral({ ...ports, transport, joining, progressed, waits }, closing);
    if (end !== 'joined' && end !== 'refused') return end;
    if (end === 'joined') joined();
    else giveUp();
    return null;
  };

  const run = async (): Promise<void> => {
    for (let attempt = 1; !closing.aborted; ) {
      // A full disk, for instance: there may be room the next time.
      const end = await tryOnce().catch((error: unknown) => {
        failed(error);
        return localFailure(error).code;
      });
      if (end === null) return;
      obstacle = end === 'later' ? null : end;
      if (obstacle !== null) log.info({ code: obstacle }, 'not joined yet');
      changed();
      attempt = obstacle === null ? 1 : attempt + 1;
      const pause = obstacle === null ? SOON_MS : backoffMs(attempt, random());
      await sleepUnlessAborted(clock, pause, AbortSignal.any([closing, hurry.signal]));
    }
  };
  return {
    /** Hands the complaints over where access was granted; at once, also where it waits after a failure. */
    go: (): void => {
      hurry.abort();
      hurry = new AbortController();
      obstacle = null;
      running ??= run()
        .catch(failed)
        .finally(() => {
          running = null;
        });
    },
    /** Null: the office is not joining. */
    progress: () => (session.joining() === null ? null : progressOf(standalone.count(), brought, obstacle)),
    cancel,
    /** Resolves when nothing of it runs any more. */
    stopped: async (): Promise<void> => {
      await running;
    },
  };
}

function progressOf(total: number, brought: number, obstacle: FailureCode | null) {
  const [waiting, notKnown] = [obstacle !== null, obstacle === 'unauthorized'];
  return { brought: Math.min(brought, total), total, waiting, notKnown };
}
