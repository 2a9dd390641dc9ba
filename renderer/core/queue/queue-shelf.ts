import type { BackendEvent } from '#shared/contract/window/events.ts';
import type { QueueView } from '#shared/contract/window/queue.ts';
import type { Backend } from '../transport/backend.ts';
import { PAGE_SIZE, PagedQueue } from './paged-queue.ts';

/** The views' lists, each read when it is first shown and kept for the return to it. */
export class QueueShelf {
  readonly #backend: Backend;
  readonly #queues = new Map<QueueView, PagedQueue>();
  /** Only the list on the screen is read again at once; the others when they are shown. */
  #shown: QueueView | null = null;
  readonly #outdated = new Set<QueueView>();

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

  /** This list is on the screen now. */
  enter(view: QueueView): void {
    this.#shown = view;
    if (this.#outdated.delete(view)) this.of(view).refresh();
  }

  leave(view: QueueView): void {
    if (this.#shown === view) this.#shown = null;
  }

  onEvent(event: BackendEvent): void {
    if (!event.topics.includes('queue') && !event.topics.includes('reference')) return;
    for (const [view, queue] of this.#queues) {
      if (view === this.#shown) queue.refresh();
      else this.#outdated.add(view);
    }
  }
}
