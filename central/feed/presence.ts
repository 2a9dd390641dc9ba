import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Db } from '../store/database.ts';
import { endPresence, notePresence, readViewers, type Viewer, type Visitor } from '../store/presence.ts';
import { readOnce } from '../store/read-once.ts';

/** How long after a request its officer is taken to be there still, ms: the next request comes sooner. */
const GRACE_MS = 30_000;

/** Who else is there, as an answer says it. */
export type Others = {
  readonly list: ChangesPage['presence'];
  /** ms until the first of them is gone unless they are heard of again; Infinity when nobody is there. */
  readonly changesInMs: number;
};

/**
 * What each device has open stands in PostgreSQL, for all processes. What it was told last is known to the
 * process that told it: at another process it may hear the same once more.
 */
export function openPresenceBook(db: Db, now: () => Date) {
  const once = readOnce<readonly Viewer[]>();
  const noted = new Set<string>();
  const heard = new Map<string, string>();
  const keyOf = ({ device }: Visitor): string => device.toString('base64');
  const inMs = (ms: number): Date => new Date(now().getTime() + ms);

  return {
    /** A request begins that lasts `waitMs` at most, with this complaint open or none. */
    begin: async (visitor: Visitor, viewing: string | null, waitMs: number): Promise<void> => {
      const key = keyOf(visitor);
      // Most requests are of officers who have nothing open, and had nothing before.
      if (viewing === null && !noted.has(key)) return;
      await notePresence(db, visitor, viewing, { now: now(), until: inMs(waitMs + GRACE_MS) });
      if (viewing === null) noted.delete(key);
      else noted.add(key);
    },
    end: async ({ device }: Visitor, viewing: string | null): Promise<void> => {
      if (viewing !== null) await endPresence(db, device, viewing, inMs(GRACE_MS));
    },
    others: async (visitor: Visitor): Promise<Others> => {
      const at = now();
      const viewers = await once(visitor.agencyId, () => readViewers(db, visitor.agencyId, at));
      const colleagues = viewers.filter(({ officerId }) => officerId !== visitor.officerId);
      const ends = colleagues.map(({ until }) => Date.parse(until) - at.getTime());
      const list = colleagues.map(({ until: _, ...colleague }) => colleague);
      return { list, changesInMs: Math.min(...ends) };
    },
    /** Are they others than this device had heard of by now? A second request may be told since. */
    newsFrom: (visitor: Visitor) => {
      const before = heard.get(keyOf(visitor)) ?? '[]';
      return ({ list }: Others): boolean => JSON.stringify(list) !== before;
    },
    /** Notes what an answer said to this device. */
    noteHeard: (visitor: Visitor, { list }: Others): void => {
      if (list.length === 0) heard.delete(keyOf(visitor));
      else heard.set(keyOf(visitor), JSON.stringify(list));
    },
  };
}
export type PresenceBook = ReturnType<typeof openPresenceBook>;
