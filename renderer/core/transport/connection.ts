import type { ClientLink } from '@orpc/client';
import { sleep } from '../time.ts';

export type BackendLink = ClientLink<Record<never, never>>;

/** One open line to the backend. `closed` settles when it is gone. */
export type Line = { readonly link: BackendLink; readonly closed: Promise<void> };

/**
 * `connecting`: never connected so far. `lost`: connected before, and being connected again. `unproven`: the
 * same, and somebody answers who cannot prove to be the backend; nothing is said to them. `refused`: nobody
 * lets this window in, and trying again would not help. `stopped`: the shell does not start the backend any
 * more; calls wait, and the window is in the safe mode.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'unproven' | 'refused' | 'stopped';

/** Was the window connected before, and is not now? */
export const isCutOff = (state: ConnectionState): boolean => state === 'lost' || state === 'unproven';

export type Connection = ReturnType<typeof keepConnected>;

export type OpenLine = () => Promise<Line | 'unproven' | 'refused'>;

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/** The pause before the n-th attempt (1 = first) to connect again, ms: short at first, never long. */
export function pauseBefore(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, Math.round(FIRST_PAUSE_MS * 1.7 ** (attempt - 1)));
}

/** Keeps one line open. When it is lost, callers wait until the next one is open. */
export function keepConnected(openLine: OpenLine, wait: (ms: number) => Promise<void> = sleep) {
  let state: ConnectionState = 'connecting';
  let current: BackendLink | null = null;
  let isStopped = false;
  const listeners = new Set<() => void>();
  let waiting: ((link: BackendLink) => void)[] = [];

  const become = (next: ConnectionState, link: BackendLink | null) => {
    state = next;
    current = link;
    if (link !== null) {
      const settled = waiting;
      waiting = [];
      for (const resolve of settled) resolve(link);
    }
    for (const listener of [...listeners]) listener();
  };

  const run = async () => {
    for (let attempt = 0; ; attempt++) {
      if (attempt > 0) await wait(pauseBefore(attempt));
      const line = await openLine().catch(() => null);
      if (line === 'refused') return become('refused', null);
      if (line === 'unproven' && state !== 'unproven') become('unproven', null);
      if (line === null && state === 'unproven') become('lost', null);
      if (line === null || line === 'unproven') continue;
      attempt = 0;
      become('open', line.link);
      await line.closed;
      become('lost', null);
    }
  };
  void run();

  return {
    state: (): ConnectionState => (isStopped ? 'stopped' : state),
    /** The shell has stopped the backend for good, or starts it again. */
    stop: (stopped: boolean): void => {
      if (stopped === isStopped) return;
      isStopped = stopped;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The current line; waits until there is one. `before`: one that has ended, known or not. */
    link: (before?: BackendLink): Promise<BackendLink> =>
      current === null || current === before
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(current),
  };
}
