import type { Notice } from '#shared/contract/desk.ts';
import { NOTICE_CODES } from '#shared/contract/desk.ts';
import type { Db } from '../open-database.ts';

/** What happened to the journal and the officer has not yet acknowledged. */
export type NoticeTable = {
  readonly all: () => readonly Notice[];
  readonly put: (notice: Notice) => void;
  readonly dismiss: (code: Notice['code']) => void;
};

const PREFIX = 'notice.';

export function noticeTable(db: Db): NoticeTable {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM setting WHERE name = ?');
  return {
    all: () =>
      NOTICE_CODES.flatMap((code) => {
        const row = select.get(PREFIX + code);
        return row === undefined ? [] : [{ code, at: row.value }];
      }),
    put: ({ code, at }) => {
      upsert.run(PREFIX + code, at);
    },
    dismiss: (code) => {
      remove.run(PREFIX + code);
    },
  };
}
