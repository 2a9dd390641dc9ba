import type { Db } from '../open-database.ts';

export type LastSeen = {
  /** ISO instant; null: not known yet on this computer. */
  readonly last: () => string | null;
  readonly seen: (at: string) => void;
};

const KEPT = {
  morning: '?',
  // Heard of from several places, and not in their order.
  laporVisit: "max(coalesce(laporVisit, ''), ?)",
};

/**
 * @param what `morning`: when the officer last began to look at the window; `laporVisit`: when somebody of
 *   the agency was last signed in to LAPOR!, as far as this computer knows, the latest that was seen
 */
export function lastSeen(db: Db, what: keyof typeof KEPT): LastSeen {
  const select = db.prepare<[], string | null>(`SELECT ${what} FROM last_seen`).pluck();
  const put = db.prepare<[string]>(`UPDATE last_seen SET ${what} = ${KEPT[what]}`);
  return {
    last: () => select.get() ?? null,
    seen: (at) => {
      put.run(at);
    },
  };
}
