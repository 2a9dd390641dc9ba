import type { BackendEvent } from '#shared/contract/window/events.ts';
import type { QueueView } from '#shared/contract/window/queue.ts';
import type { Backend } from '../transport/backend.ts';
import { PAGE_SIZE, PagedQueue } from './paged-queue.ts';

/** The lists of the views. Each is read when it is first shown, and kept for the return to it. */
export class QueueShelf {
  readonly #backend: Backend;
  readonly #queues = new Map<QueueView, PagedQueue>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  of(view: QueueView): PagedQueue {
    const known = this.#queues.get(view);
    if (known !== undefined) return known;
    const queue = new PagedQueue((after) => this.#backend.queue.page({ view, after, limit: PAGE_SIZE }));
    this.#queues.set(view, queue);
    return queue;
  }

  onEvent({ topics }: BackendEvent): void {
    if (!topics.includes('queue') && !topics.includes('reference')) return;
    for (const queue of this.#queues.values()) queue.refresh();
  }
}
