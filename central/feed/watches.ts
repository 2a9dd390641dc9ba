import { setTimeout as delay } from 'node:timers/promises';

/** A request that waits for news of its agency. */
export type FeedWatch = {
  /**
   * Resolves when there may be news since `subscribe` or since the last call, or after `ms`. The caller
   * looks, and waits again when there is nothing to see.
   * @returns false when the request or the service ends: no further call will bring anything
   */
  news(ms: number, signal: AbortSignal | undefined): Promise<boolean>;
  end(): void;
};

type Waiter = { readonly officerId: string; readonly wake: () => void };

/** The requests that wait, by agency. */
export function openWatches() {
  const waiters = new Map<string, Set<Waiter>>();
  let closed = false;
  const wake = (agencyId: string): void => wakeInGroups([...(waiters.get(agencyId) ?? [])]);
  const wakeAll = (): void => {
    for (const agencyId of waiters.keys()) wake(agencyId);
  };

  return {
    /**
     * Begin to listen before reading the feed, so that nothing falls in between.
     * @param officerId whose request it is: it hears of the other officers
     */
    subscribe: (agencyId: string, officerId: string): FeedWatch => {
      const own = waiters.get(agencyId) ?? new Set();
      waiters.set(agencyId, own);
      const { news, wake } = watch(() => closed);
      const waiter = { officerId, wake };
      own.add(waiter);
      return {
        news,
        end: () => {
          own.delete(waiter);
          if (own.size === 0 && waiters.get(agencyId) === own) waiters.delete(agencyId);
        },
      };
    },
    wake,
    /** What an officer has open is news for the others only. */
    wakeOthers: (agencyId: string, than: string): void => {
      wakeInGroups([...(waiters.get(agencyId) ?? [])].filter(({ officerId }) => officerId !== than));
    },
    wakeAll,
    /** Ends all of them, and those that begin from now on. */
    close: (): void => {
      closed = true;
      wakeAll();
    },
  };
}

/** Requests of one agency that are woken before somebody else has a turn. */
const GROUP = 50;

function wakeInGroups(waiters: readonly Waiter[]): void {
  for (const waiter of waiters.slice(0, GROUP)) waiter.wake();
  if (waiters.length > GROUP) setImmediate(() => wakeInGroups(waiters.slice(GROUP)));
}

/** One that waits: it remembers a wake-up that comes while nobody waits. */
function watch(isClosed: () => boolean): Pick<FeedWatch, 'news'> & Pick<Waiter, 'wake'> {
  let woken = new AbortController();
  return {
    wake: () => woken.abort(),
    news: async (ms, signal) => {
      const signals = signal === undefined ? [woken.signal] : [woken.signal, signal];
      if (!isClosed())
        await delay(ms, undefined, { signal: AbortSignal.any(signals) }).catch(() => undefined);
      // A wake-up from now on is for the next call.
      woken = new AbortController();
      return !isClosed() && signal?.aborted !== true;
    },
  };
}
