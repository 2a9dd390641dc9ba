import type { SettingRows } from './setting-rows.ts';

/** When somebody of the OPD was last signed in to LAPOR!, as far as this computer knows. */
export type VisitsTable = {
  /** ISO instant; null: nothing is known yet. */
  readonly last: () => string | null;
  /** Keeps it when it is later than what is known. */
  readonly seen: (at: string) => void;
};

const NAME = 'lapor_visit';

export function visitsTable(rows: SettingRows): VisitsTable {
  const last = (): string | null => rows.get(NAME);
  return {
    last,
    seen: (at) => {
      if (at > (last() ?? '')) rows.put(NAME, at);
    },
  };
}
