import type { BackendEvent } from '#shared/contract/window/events.ts';

export type Topic = BackendEvent['topics'][number];

export type EventHub = {
  /** `complaintIds` null: possibly all. */
  readonly publish: (topics: readonly Topic[], complaintIds: Iterable<string> | null) => void;
  /** From now on, until `signal`: what may have changed, gathered to at most one event per frame. */
  readonly subscribe: (signal: AbortSignal | undefined) => AsyncGenerator<BackendEvent>;
};

/** One frame of a 60 Hz screen, ms: more often nobody can see. */
const GATHER_MS = 16;
/** More reports than a screen can hold: say "all" instead. */
const MANY = 200;

type Gathered = { readonly topics: Set<Topic>; ids: Set<string> | null };

/** @param deserted nobody hears any more: the window is closed, or its connection is gone */
export function eventHub(deserted: () => void = () => {}): EventHub {
  const subscribers = new Set<(topics: readonly Topic[], ids: ReadonlySet<string> | null) => void>();
  return {
    publish: (topics, complaintIds) => {
      const ids = complaintIds === null ? null : new Set(complaintIds);
      for (const tell of subscribers) tell(topics, ids);
    },
    subscribe: async function* (signal) {
      let gathered: Gathered | null = null;
      let wake: (() => void) | null = null;
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
          await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
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
