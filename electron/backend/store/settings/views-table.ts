import { type SavedView, savedViews } from '#shared/contract/window/views.ts';
import type { SettingRows } from './setting-rows.ts';

/** The officer's own views, in their order. */
export type ViewsTable = {
  readonly list: () => readonly SavedView[];
  readonly save: (views: readonly SavedView[]) => void;
};

const NAME = 'saved_views';

export function viewsTable(rows: SettingRows): ViewsTable {
  return {
    list: () => {
      const parsed = savedViews.safeParse(JSON.parse(rows.get(NAME) ?? '[]'));
      return parsed.success ? parsed.data : [];
    },
    save: (views) => rows.put(NAME, JSON.stringify(views)),
  };
}
