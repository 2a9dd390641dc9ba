import { ORPCError } from '@orpc/server';
import {
  type ListOrder,
  QUEUE_VIEWS,
  type QueuePage,
  type QueueView,
  type SearchAnswer,
} from '#shared/contract/window/queue.ts';
import type { ViewCount } from '#shared/contract/window/views.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { urgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { parseSearch, type SearchFilter } from '#shared/domain/text/search-query.ts';
import type { HeadingCount } from '../store/cache/queue-query.ts';
import type { CachedRow } from '../store/cache/queue-row.ts';
import { deliveryStateOf } from '../store/journal/command-rows.ts';
import { type BackendContext, centralNow } from './context.ts';
import type { WindowApi } from './implement.ts';

export type QueueReader = ReturnType<typeof queueReader>;

export function queueReader(context: BackendContext) {
  const { cache, journal, clock, presence } = context;
  const limitsNow = () => urgencyLimits(context.basis().calendar, dayOfMs(centralNow(context)));

  const withPending = <T extends CachedRow>(rows: readonly T[]) => {
    const commands = journal.commands.lastUnaccepted(rows.map((row) => row.id));
    return rows.map((row) => {
      const last = commands.get(row.id);
      const pending = last && { kind: last.command.kind, state: deliveryStateOf(last, clock.now()) };
      return { ...row, pending: pending ?? null, viewers: presence.viewers(row.id) };
    });
  };

  const understood = (text: string) => {
    const today = dayOfMs(centralNow(context));
    const { words, filters, problem } = parseSearch(text, today);
    return { words, problem, filters: { filters: filters.map(mine), today } };
  };

  /** `untuk:saya` */
  const mine = (filter: SearchFilter): SearchFilter => {
    if (filter.field !== 'assignee' || !/^(saya|me)$/i.test(filter.value)) return filter;
    return { ...filter, value: journal.session.session()?.officer.name ?? filter.value };
  };

  return {
    page: (view: QueueView, after: string | null, limit: number): QueuePage => {
      const limits = limitsNow();
      const { rows, next } = cache.queue.page(view, after, limit, limits);
      const groups = cache.queue.headings(view, limits);
      return { rows: withPending(rows), next, total: sum(groups), groups };
    },
    counts: () => {
      const limits = limitsNow();
      const commands = journal.commands.counts();
      const badgeOf = (view: QueueView): number => badge(view, cache.queue.headings(view, limits));
      const badges = QUEUE_VIEWS.map((view) => [view, badgeOf(view)] as const);
      const counts = Object.fromEntries(badges) as Record<QueueView, number>;
      return {
        ...counts,
        // What stands on no complaint of the queue stands in no list of the cache.
        drafts: counts.drafts + journal.drafts.loose(),
        outbox: commands.undelivered,
        attention: commands.refused,
      };
    },
    search: (text: string, limit: number, order?: ListOrder): SearchAnswer => {
      const { words, filters, problem } = understood(text);
      // The window says which word it is.
      if (problem !== null) return { hits: [], more: false };
      const { hits, ...rest } = cache.search(words, limit, cache.searchComplete(), filters, order);
      return { ...rest, hits: withPending(hits) };
    },
    countOf: (text: string): ViewCount => {
      const { words, filters, problem } = understood(text);
      return problem !== null ? { count: 0, more: false } : cache.count(words, filters);
    },
  };
}

/** `today` counts what cannot wait beyond the next working day; the other views their complaints. */
function badge(view: QueueView, groups: readonly HeadingCount[]): number {
  return sum(view === 'today' ? groups.filter(({ urgency }) => URGENT.includes(urgency)) : groups);
}

const URGENT: readonly HeadingCount['urgency'][] = ['late', 'soon'];

function sum(groups: readonly HeadingCount[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

export function queueHandlers(os: WindowApi['queue'], { cache }: BackendContext, queue: QueueReader) {
  return {
    page: os.page.handler(({ input }) => {
      try {
        return queue.page(input.view, input.after, input.limit);
      } catch (error) {
        if (error instanceof RangeError) throw new ORPCError('BAD_REQUEST', { message: error.message });
        throw error;
      }
    }),
    counts: os.counts.handler(() => queue.counts()),
    filterValues: os.filterValues.handler(({ input }) => cache.filterValues(input.field, input.typed)),
    search: os.search.handler(({ input }) => queue.search(input.text, input.limit, input.order)),
  };
}
