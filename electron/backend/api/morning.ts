import type { QueueRow } from '#shared/contract/window/queue.ts';
import { type Day, dayOf, dayOfMs, instantAt } from '#shared/domain/calendar/day.ts';
import { answerFirst } from '#shared/domain/deadlines/morning.ts';
import { urgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { type BackendContext, centralNow } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import type { QueueReader } from './queue.ts';

/** Rows of a list that are weighed: the lists are in the order of what is due. */
const WEIGHED = 30;
/** Own commands after which nothing more is owed for now. */
const ANSWERS: readonly NonNullable<QueueRow['pending']>['kind'][] = [
  'follow_up',
  'ask_reporter',
  'return',
  'finish',
  'postpone',
];

/** The day of the reporter's last reply, or null. */
function repliedOn({ cache }: BackendContext, id: string): Day | null {
  const { timeline = [] } = cache.complaints.get(id)?.complaint ?? {};
  const reply = timeline.findLast(({ kind }) => kind === 'reporter_reply');
  return reply === undefined ? null : dayOf(reply.at);
}

export function morningHandlers(os: WindowApi['morning'], context: BackendContext, queue: QueueReader) {
  const { cache, basis } = context;
  const { commands, morning: lastMorning, write } = context.journal;
  return {
    /** What the officer should look at first today, from this computer alone. */
    get: os.get.handler(() => {
      const today = dayOfMs(centralNow(context));
      const last = lastMorning.last();
      const replied = queue.page('replied', null, WEIGHED).rows;
      const rows = new Map(
        [...queue.page('today', null, WEIGHED).rows, ...replied].map((row) => [row.id, row]),
      );
      const waiting = new Set(replied.map(({ id }) => id));
      const first = answerFirst(
        [...rows.values()].map((row) => ({
          id: row.id,
          due: row.due,
          repliedOn: waiting.has(row.id) ? repliedOn(context, row.id) : null,
          urgent: row.priority === 'urgent',
          snoozedUntil: row.snoozedUntil,
          answered:
            row.pending !== null && row.pending.state !== 'refused' && ANSWERS.includes(row.pending.kind),
        })),
        urgencyLimits(basis().calendar, today),
      );
      const since = last ?? instantAt(today);
      const { undelivered, refused } = commands.counts();
      return {
        due: last !== null && dayOf(last) < today,
        first: first.flatMap(({ id, why }) => {
          const row = rows.get(id);
          return row === undefined ? [] : [{ id, trackingId: row.trackingId, title: row.title, why }];
        }),
        arrived: { ...cache.arrivals(since), since: dayOf(since) },
        refused,
        undelivered,
        known: queue.counts().all,
        lastSyncedAt: cache.feed().lastSyncedAt,
      };
    }),
    /** The officer looks at the window now: what comes later has come since. */
    seen: os.seen.handler(
      silent(() => write(() => lastMorning.seen(new Date(centralNow(context)).toISOString()))),
    ),
  };
}
