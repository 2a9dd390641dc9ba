import { ORPCError } from '@orpc/server';
import type {
  ListOrder,
  QueuePage,
  QueueRow,
  QueueView,
  SearchAnswer,
} from '#shared/contract/window/queue.ts';
import { QUEUE_VIEWS } from '#shared/contract/window/queue.ts';
import type { ViewCount } from '#shared/contract/window/views.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { type UrgencyLimits, urgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { parseSearch, type SearchFilter, type ValueField } from '#shared/domain/text/search-query.ts';
import type { HeadingCount } from '../store/cache/queue-query.ts';
import type { CachedRow } from '../store/cache/queue-row.ts';
import { deliveryStateOf } from '../store/journal/command-rows.ts';
import { type BackendContext, centralNow } from './context.ts';
import type { WindowApi } from './implement.ts';

export type QueueCounts = Record<QueueView | 'outbox' | 'attention', number>;

export type QueueReader = {
  readonly page: (view: QueueView, after: string | null, limit: number) => QueuePage;
  readonly counts: () => QueueCounts;
  readonly search: (text: string, limit: number, order?: ListOrder) => SearchAnswer;
  readonly countOf: (text: string) => ViewCount;
  readonly filterValues: (field: ValueField, typed: string) => readonly string[];
};

export function queueReader(context: BackendContext): QueueReader {
  const { cache, journal } = context.stores;
  const limitsNow = (): UrgencyLimits =>
    urgencyLimits(context.stores.basis().calendar, dayOfMs(centralNow(context)));

  const withPending = <T extends CachedRow>(
    rows: readonly T[],
  ): (T & Pick<QueueRow, 'pending' | 'viewers'>)[] => {
    const commands = journal.commands.lastUnaccepted(rows.map((row) => row.id));
    return rows.map((row) => {
      const last = commands.get(row.id);
      const pending =
        last === undefined
          ? null
          : { kind: last.command.kind, state: deliveryStateOf(last, context.clock.now()) };
      return { ...row, pending, viewers: context.presence.viewers(row.id) };
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
    page: (view, after, limit) => {
      const limits = limitsNow();
      const { rows, next } = cache.queue.page(view, after, limit, limits);
      const groups = cache.queue.headings(view, limits);
      return { rows: withPending(rows), next, total: sum(groups), groups };
    },
    counts: () => {
      const limits = limitsNow();
      const commands = journal.commands.counts();
      const views = QUEUE_VIEWS.map(
        (view) => [view, badge(view, cache.queue.headings(view, limits))] as const,
      );
      const counts = Object.fromEntries(views) as Record<QueueView, number>;
      return {
        ...counts,
        // What stands on no complaint of the queue stands in no list of the cache.
        drafts: counts.drafts + journal.drafts.loose(),
        outbox: commands.undelivered,
        attention: commands.refused,
      };
    },
    search: (text, limit, order) => {
      const { words, filters, problem } = understood(text);
      // The window says which word it is.
      if (problem !== null) return { hits: [], more: false };
      const { hits, ...rest } = cache.search(words, limit, cache.searchComplete(), filters, order);
      return { ...rest, hits: withPending(hits) };
    },
    countOf: (text) => {
      const { words, filters, problem } = understood(text);
      return problem !== null ? { count: 0, more: false } : cache.count(words, filters);
    },
    filterValues: (field, typed) => cache.filterValues(field, typed),
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

export function queueHandlers(os: WindowApi['queue'], queue: QueueReader) {
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
    filterValues: os.filterValues.handler(({ input }) => queue.filterValues(input.field, input.typed)),
    search: os.search.handler(({ input }) => queue.search(input.text, input.limit, input.order)),
  };
}
