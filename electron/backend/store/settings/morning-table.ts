import type { SettingRows } from './setting-rows.ts';

/** When the officer last began to look at the window. */
export type MorningTable = {
  /** ISO instant; null: not yet on this computer. */
  readonly last: () => string | null;
  readonly seen: (at: string) => void;
};

const NAME = 'morning_seen';

export function morningTable(rows: SettingRows): MorningTable {
  return {
    last: () => rows.get(NAME),
    seen: (at) => rows.put(NAME, at),
  };
}
