import type { QueuePage, QueueRow } from '#shared/contract/window/queue.ts';

/** The most that the contract allows: then the way to a far row has the fewest steps. */
export const PAGE_SIZE = 200;
/** Pages of rows kept in memory: 4,000 rows, whatever the length of the list. */
const MOST_PAGES = 20;
/** A list shown no deeper than this is read again from its top, so that every row has its right index. */
const EXACT_PAGES = 4;

type Page = {
  /** The cursor that asks for it. */
  readonly after: string | null;
  readonly rows: readonly QueueRow[] | null;
  /** To be read when it is shown. A page without rows is stale. */
  readonly stale: boolean;
};

export type QueueState = {
  /** Null until the first page came. */
  readonly total: number | null;
  readonly groups: QueuePage['groups'];
  readonly failed: boolean;
  /** Grows with every change of the rows. */
  readonly version: number;
};

/**
 * A view of the queue, read page by page as it is scrolled. The first page tells its length and headings,
 * so the list has its full height at once. Rows far from the screen are let go and read again. An infinite
 * query of TanStack Query would read all pages again after each event.
 */
export class PagedQueue {
  readonly #fetchPage: (after: string | null) => Promise<QueuePage>;
  readonly #listeners = new Set<() => void>();
  #pages: Page[] = [{ after: null, rows: null, stale: true }];
  #state: QueueState = { total: null, groups: [], failed: false, version: 0 };
  #from = 0;
  #to = 0;
  #running = false;

  constructor(fetchPage: (after: string | null) => Promise<QueuePage>) {
    this.#fetchPage = fetchPage;
  }

  readonly state = (): QueueState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null: it is not in memory. */
  rowAt(index: number): QueueRow | null {
    return this.#pages[Math.floor(index / PAGE_SIZE)]?.rows?.[index % PAGE_SIZE] ?? null;
  }

  /** -1: the complaint is not in memory, or not in the view. */
  indexOf(id: string): number {
    for (const [number, page] of this.#pages.entries()) {
      const index = page.rows?.findIndex((row) => row.id === id) ?? -1;
      if (index >= 0) return number * PAGE_SIZE + index;
    }
    return -1;
  }

  /** These rows are on the screen. What is missing or stale among them is read. */
  show(from: number, to: number): void {
    this.#from = Math.max(0, from);
    this.#to = Math.max(this.#from, to);
    void this.#run();
  }

  /** Something may have changed. Rows stay on the screen until newer ones come. A hidden list waits. */
  refresh(): void {
    this.#markAllStale();
    void this.#run();
  }

  #markAllStale(): void {
    this.#pages = this.#pages.map((page) => ({ ...page, stale: true }));
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#listeners.size > 0) {
        const number = this.#nextToRead();
        const page = this.#pages[number];
        if (page === undefined) break;
        // Fresh from now on. A change that is announced while the answer is on its way makes it stale again.
        this.#pages[number] = { ...page, stale: false };
        this.#take(number, page.after, await this.#fetchPage(page.after));
      }
    } catch {
      this.#markAllStale();
      this.#change({ failed: true });
    } finally {
      this.#running = false;
    }
  }

  /** The number of the page to be read next; -1: none. */
  #nextToRead(): number {
    const first = Math.floor(this.#from / PAGE_SIZE);
    const last = Math.floor(this.#to / PAGE_SIZE);
    const start = last < EXACT_PAGES ? 0 : first;
    const stale = this.#pages.findIndex(({ stale }, number) => stale && number >= start && number <= last);
    if (stale >= 0) return stale;
    // Cursors lead from page to page: the way to a far row goes through all pages before it.
    const frontier = this.#pages.length - 1;
    return frontier < last && this.#pages[frontier]?.rows === null ? frontier : -1;
  }

  #take(number: number, after: string | null, answer: QueuePage): void {
    const current = this.#pages[number];
    if (current === undefined || current.after !== after) return;
    this.#pages[number] = { after, rows: answer.rows, stale: current.stale };
    const following = this.#pages[number + 1];
    if (answer.next === null) this.#pages.length = number + 1;
    else if (following === undefined) this.#pages.push({ after: answer.next, rows: null, stale: true });
    else if (following.after !== answer.next) {
      this.#pages[number + 1] = { after: answer.next, rows: following.rows, stale: true };
    }
    this.#letGo();
    if (this.#isNear(number) || answer.total !== this.#state.total || this.#state.failed) {
      this.#change({ total: answer.total, groups: answer.groups, failed: false });
    }
  }

  /** A page that is only on the way to a far row is not painted. */
  #isNear(number: number): boolean {
    return number >= Math.floor(this.#from / PAGE_SIZE) - 1 && number <= Math.floor(this.#to / PAGE_SIZE) + 1;
  }

  #letGo(): void {
    const held = this.#pages.flatMap((page, number) => (page.rows === null ? [] : [number]));
    if (held.length <= MOST_PAGES) return;
    const middle = (this.#from + this.#to) / 2 / PAGE_SIZE;
    const farthest = held.reduce((a, b) => (Math.abs(b - middle) > Math.abs(a - middle) ? b : a));
    const page = this.#pages[farthest];
    // The cursor stays, so that the page can be read again and leads to those after it.
    if (page !== undefined) this.#pages[farthest] = { ...page, rows: null, stale: true };
  }

  #change(change: Partial<QueueState>): void {
    this.#state = { ...this.#state, ...change, version: this.#state.version + 1 };
    for (const listener of [...this.#listeners]) listener();
  }
}
