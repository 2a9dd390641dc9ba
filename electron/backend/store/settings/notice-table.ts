import type { Notice } from '#shared/contract/window/session.ts';
import { NOTICE_CODES } from '#shared/contract/window/session.ts';
import type { SettingRows } from './setting-rows.ts';

/** What happened to the journal and the officer has not yet acknowledged. */
export type NoticeTable = {
  readonly all: () => readonly Notice[];
  readonly put: (notice: Notice) => void;
  readonly dismiss: (code: Notice['code']) => void;
};

const PREFIX = 'notice.';

export function noticeTable(rows: SettingRows): NoticeTable {
  return {
    all: () =>
      NOTICE_CODES.flatMap((code) => {
        const at = rows.get(PREFIX + code);
        return at === null ? [] : [{ code, at }];
      }),
    put: ({ code, at }) => rows.put(PREFIX + code, at),
    dismiss: (code) => rows.remove(PREFIX + code),
  };
}
