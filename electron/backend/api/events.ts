import type { BackendEvent } from '#shared/contract/window/events.ts';

export type Topic = BackendEvent['topics'][number];

export type EventHub = ReturnType<typeof eventHub>;

/** One frame of a 60 Hz screen, ms: the first news after a pause come with what changes in the same frame. */
const FRAME_MS = 16;
/**
 * Shortest time between two events, ms. Each costs the window a round of questions. Thirty commands sent
 * within two seconds are 10 events; with one for each frame they were 33.
 */
const BETWEEN_EVENTS_MS = 150;
/** More complaints than a screen can hold: say "all" instead. */
const MANY = 200;

type Gathered = { readonly topics: Set<Topic>; ids: Set<string> | null };

/** @param deserted nobody hears any more: the window is closed, or its connection is gone */
export function eventHub(deserted: () => void = () => {}) {
  const subscribers = new Set<(topics: readonly Topic[], ids: ReadonlySet<string> | null) => void>();
  const listeners = new Set<(topics: readonly Topic[]) => void>();
  return {
    /** Hears of every change at once; it is no window, and does not count as one. */
    listen: (listener: (topics: readonly Topic[]) => void): void => void listeners.add(listener),
    /** `complaintIds` null: possibly all. */
    publish: (topics: readonly Topic[], complaintIds: Iterable<string> | null): void => {
      const ids = complaintIds === null ? null : new Set(complaintIds);
      for (const tell of subscribers) tell(topics, ids);
      for (const listener of listeners) listener(topics);
    },
    /** What may have changed, from now on until `signal`. News closely after each other are one event. */
    subscribe: async function* (signal: AbortSignal | undefined): AsyncGenerator<BackendEvent> {
      let gathered: Gathered | null = null;
      let wake: (() => void) | null = null;
      let lastAt = Number.NEGATIVE_INFINITY;
      const tell = (topics: readonly Topic[], ids: ReadonlySet<string> | null): void => {
        gathered = merge(gathered, topics, ids);
        wake?.();
      };
      const stop = (): void => wake?.();
      subscribers.add(tell);
      signal?.addEventListener('abort', stop);
      try {
        while (signal?.aborted !== true) {
          if (gathered === null) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            wake = null;
            continue;
          }
          const waitMs = Math.max(FRAME_MS, lastAt + BETWEEN_EVENTS_MS - performance.now());
          await new Promise((resolve) => setTimeout(resolve, waitMs));
          lastAt = performance.now();
          const event: Gathered = gathered;
          gathered = null;
          yield { topics: [...event.topics], complaintIds: event.ids === null ? null : [...event.ids] };
        }
      } finally {
        subscribers.delete(tell);
        signal?.removeEventListener('abort', stop);
        if (subscribers.size === 0) deserted();
      }
    },
  };
}

function merge(before: Gathered | null, topics: readonly Topic[], ids: ReadonlySet<string> | null): Gathered {
  const gathered = before ?? { topics: new Set<Topic>(), ids: new Set<string>() };
  for (const topic of topics) gathered.topics.add(topic);
  if (ids === null || gathered.ids === null) gathered.ids = null;
  else for (const id of ids) gathered.ids.add(id);
  if (gathered.ids !== null && gathered.ids.size > MANY) gathered.ids = null;
  return gathered;
}
