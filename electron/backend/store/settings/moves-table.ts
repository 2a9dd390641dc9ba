import { type MovedDeadlines, movedDeadlines } from '#shared/contract/window/deadlines.ts';
import type { SettingRows } from './setting-rows.ts';

/** What new holidays or rules have moved last. */
export type MovesTable = {
  readonly last: () => MovedDeadlines | null;
  readonly put: (moved: MovedDeadlines) => void;
};

const NAME = 'moved_deadlines';

export function movesTable(rows: SettingRows): MovesTable {
  return {
    last: () => {
      const value = rows.get(NAME);
      return value === null ? null : (movedDeadlines.safeParse(JSON.parse(value)).data ?? null);
    },
    put: (moved) => rows.put(NAME, JSON.stringify(moved)),
  };
}
