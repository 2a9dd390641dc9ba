import type { BackendEvent } from '#shared/contract/window/events.ts';

export type Topic = BackendEvent['topics'][number];

/** A question to the backend whose answer stays on the screen until an event says that it may have changed. */
export type Query<T> = {
  /** The same key is the same question. */
  readonly key: string;
  readonly topics: readonly Topic[];
  /** The one report it is about; null: any report may concern it. */
  readonly complaintId: string | null;
  readonly fetch: () => Promise<T>;
};

export type Answer<T> = {
  /** The last answer, shown while a newer one is on its way. */
  readonly data: T | undefined;
  readonly loading: boolean;
  /** The last attempt failed; `data` is the answer before it. */
  readonly failed: boolean;
};

type Entry = {
  query: Query<unknown>;
  answer: Answer<unknown>;
  readonly listeners: Set<() => void>;
  /** The question came again while an answer was on its way: that answer may be too old. */
  askAgain: boolean;
  stale: boolean;
};

const NOTHING: Answer<never> = { data: undefined, loading: true, failed: false };

/** Answers that no screen shows are kept, up to so many, for an instant return to them. */
const UNOBSERVED_KEPT = 60;

/**
 * A small cache of answers. It never polls: a question is asked when a screen first shows it, and again when a desk
 * event names its topic and report. Answers that come out of order are impossible: one question is asked once at a time.
 */
export class QueryCache {
  readonly #entries = new Map<string, Entry>();

  /** The answer as it stands; the same object until it changes. */
  read<T>(query: Query<T>): Answer<T> {
    return (this.#entries.get(query.key)?.answer ?? NOTHING) as Answer<T>;
  }

  /** Shows the answer's changes to `listener`; asks if there is none yet, or a stale one. Returns the end. */
  observe<T>(query: Query<T>, listener: () => void): () => void {
    const entry = this.#entryOf(query);
    entry.listeners.add(listener);
    if (entry.stale) this.#ask(entry);
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size === 0) this.#forgetOldest();
    };
  }

  /** Asks ahead of time, so that the screen that will need it has it. */
  prefetch<T>(query: Query<T>): void {
    const entry = this.#entryOf(query);
    if (entry.stale) this.#ask(entry);
    this.#forgetOldest();
  }

  /** What the backend said may have changed: shown answers are asked for again, hidden ones when next shown. */
  onEvent(event: BackendEvent): void {
    for (const entry of this.#entries.values()) {
      if (concerns(event, entry.query)) this.#invalidate(entry);
    }
  }

  /** Everything may have changed: after a new connection. */
  invalidateAll(): void {
    for (const entry of this.#entries.values()) this.#invalidate(entry);
  }

  #entryOf(query: Query<unknown>): Entry {
    const known = this.#entries.get(query.key);
    if (known !== undefined) {
      // The youngest stands last: the order of forgetting.
      this.#entries.delete(query.key);
      this.#entries.set(query.key, known);
      known.query = query;
      return known;
    }
    const entry: Entry = { query, answer: NOTHING, listeners: new Set(), askAgain: false, stale: true };
    this.#entries.set(query.key, entry);
    return entry;
  }

  #invalidate(entry: Entry): void {
    entry.stale = true;
    if (entry.listeners.size > 0) this.#ask(entry);
  }

  readonly #underWay = new Set<Entry>();

  #ask(entry: Entry): void {
    if (this.#underWay.has(entry)) {
      entry.askAgain = true;
      return;
    }
    this.#underWay.add(entry);
    entry.stale = false;
    this.#set(entry, { ...entry.answer, loading: true });
    entry.query.fetch().then(
      (data) => this.#settle(entry, { data, loading: false, failed: false }),
      () => {
        entry.stale = true;
        this.#settle(entry, { data: entry.answer.data, loading: false, failed: true });
      },
    );
  }

  #settle(entry: Entry, answer: Answer<unknown>): void {
    this.#underWay.delete(entry);
    this.#set(entry, answer);
    if (!entry.askAgain) return;
    entry.askAgain = false;
    this.#invalidate(entry);
  }

  #set(entry: Entry, answer: Answer<unknown>): void {
    if (
      entry.answer.data === answer.data &&
      entry.answer.loading === answer.loading &&
      entry.answer.failed === answer.failed
    )
      return;
    entry.answer = answer;
    for (const listener of [...entry.listeners]) listener();
  }

  #forgetOldest(): void {
    const hidden = [...this.#entries].filter(
      ([, entry]) => entry.listeners.size === 0 && !this.#underWay.has(entry),
    );
    for (const [key] of hidden.slice(0, Math.max(0, hidden.length - UNOBSERVED_KEPT)))
      this.#entries.delete(key);
  }
}

/** Does an event name this question's topic and report? */
export function concerns(
  event: BackendEvent,
  query: Pick<Query<unknown>, 'topics' | 'complaintId'>,
): boolean {
  if (!event.topics.some((topic) => query.topics.includes(topic))) return false;
  if (event.complaintIds === null || query.complaintId === null) return true;
  return event.complaintIds.includes(query.complaintId);
}
