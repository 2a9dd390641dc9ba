import type {
  FromBackend,
  StartFailure,
  ToBackend,
  ToldToOfficer,
  UpdateReadiness,
} from '#shared/contract/process/backend-process.ts';
import type { BackendState } from '#shared/contract/process/window-bridge.ts';
import type { Saving } from '#shared/contract/window/sync.ts';
import { afterFall, NO_FALLS } from './backoff.ts';

/** A child process as far as the supervisor needs it; `Port` is Electron's MessagePortMain. */
export type BackendProcess<Port> = {
  readonly send: (message: ToBackend, ports?: readonly Port[]) => void;
  readonly onMessage: (listener: (message: FromBackend) => void) => void;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
};

type SupervisorPorts<Port> = {
  readonly fork: () => BackendProcess<Port>;
  readonly open: Extract<ToBackend, { type: 'open' }>;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** Calls back after so many ms; returns the function that prevents it. */
  readonly after: (ms: number, then: () => void) => () => void;
  readonly onTold: (told: ToldToOfficer) => void;
  /** `failed` without {@link onFailure}: it ended again and again, and only `retry` starts it. */
  readonly onState: (state: BackendState) => void;
  /** The data cannot be opened; it is not tried again. */
  readonly onFailure: (code: StartFailure) => void;
  readonly log: (message: string) => void;
};

export type Supervisor<Port> = ReturnType<typeof superviseBackend<Port>>;

/** The longest that the backend may take to close its databases, ms. Killed meanwhile, it loses nothing. */
export const GRACE_MS = 5_000;

/** A backend that ends soon after each of so many restarts will do so after the next one too. */
export const MOST_RESTARTS = 3;

/**
 * Keeps one backend process running: starts it again, with growing waits, whenever it ends unasked; one that
 * ends again and again is left alone, until the officer wants it tried again.
 */
export function superviseBackend<Port>(ports: SupervisorPorts<Port>) {
  let state: BackendState = 'down';
  let child: BackendProcess<Port> | null = null;
  let falls = NO_FALLS;
  let cancelRestart: (() => void) | null = null;
  let stopped: PromiseWithResolvers<void> | null = null;

  const enter = (next: BackendState) => {
    if (state === next) return;
    state = next;
    ports.onState(next);
  };
  const ear = listenTo(ports, enter);

  const start = () => {
    cancelRestart = null;
    const startedAt = ports.now();
    const current = ports.fork();
    child = current;
    current.onMessage((message) => ear.hear(message, current));
    current.onExit((code) => {
      child = null;
      ear.gone();
      if (stopped !== null) return stopped.resolve();
      if (state === 'failed') return;
      falls = afterFall(falls, ports.now() - startedAt);
      if (falls.count > MOST_RESTARTS) {
        ports.log(`backend ended with code ${code}, ${falls.count} times in a row: it is not started again`);
        return enter('failed');
      }
      enter('down');
      ports.log(`backend ended with code ${code}, starting again in ${falls.restartInMs} ms`);
      cancelRestart = ports.after(falls.restartInMs, start);
    });
    current.send(ports.open);
  };
  start();

  return {
    state: () => state,
    /** The version of the store's SQLite; null: it has not been open yet. */
    sqlite: ear.sqlite,
    /** Why work that can wait does wait. */
    saving: ear.saving,
    /** Starts a backend that is not started any more, as if it had never ended. */
    retry: (): void => {
      if (state !== 'failed' || child !== null || stopped !== null) return;
      falls = NO_FALLS;
      enter('down');
      start();
    },
    /** Hands a line to the backend. False: it is not up; ask again after the next `up`. */
    connect: (port: Port): boolean => {
      if (state !== 'up' || child === null) return false;
      child.send({ type: 'connect' }, [port]);
      return true;
    },
    /** The officer asks, or the PC slept and its network may be another one now. */
    syncNow: (): void => child?.send({ type: 'sync_now' }),
    /** Before another version is installed. A backend that is down cannot copy anything. */
    prepareUpdate: async (): Promise<UpdateReadiness> => {
      if (state !== 'up' || child === null) return 'copy_failed';
      return ear.prepareUpdate(child);
    },
    /** Ends the backend in peace, after at most {@link GRACE_MS} by force. */
    stop: async (): Promise<void> => {
      stopped ??= Promise.withResolvers();
      cancelRestart?.();
      if (child === null) return stopped.resolve();
      child.send({ type: 'close' });
      const cancelKill = ports.after(GRACE_MS, () => child?.kill());
      await stopped.promise;
      cancelKill();
    },
  };
}

/** What the backend says, one process after the other. */
function listenTo<Port>(
  { log, onFailure, onTold }: SupervisorPorts<Port>,
  enter: (state: BackendState) => void,
) {
  let sqlite: string | null = null;
  let saving: Saving | null = null;
  let prepared: PromiseWithResolvers<UpdateReadiness> | null = null;
  return {
    sqlite: () => sqlite,
    saving: () => saving,
    hear: (message: FromBackend, child: Pick<BackendProcess<Port>, 'kill'>): void => {
      switch (message.type) {
        case 'store':
          sqlite = message.sqlite;
          return;
        case 'saving':
          saving = message.saving;
          return;
        case 'news':
        case 'counts':
          onTold(message);
          return;
        case 'ready':
          enter('up');
          return;
        case 'update_prepared':
          prepared?.resolve(message.readiness);
          return;
        case 'failed':
          log(`backend cannot open its data: ${message.message}`);
          if (message.code === 'unknown') {
            // Nobody knows why: it counts as a fall, for which the safe mode has a way out.
            child.kill();
            return;
          }
          enter('failed');
          onFailure(message.code);
      }
    },
    prepareUpdate: (child: Pick<BackendProcess<Port>, 'send'>): Promise<UpdateReadiness> => {
      prepared = Promise.withResolvers();
      child.send({ type: 'prepare_update' });
      return prepared.promise;
    },
    /** It says nothing any more. */
    gone: (): void => prepared?.resolve('copy_failed'),
  };
}
