import { NOTICE_CODES, type Notice } from '#shared/contract/window/session.ts';
import type { Db } from '../open-database.ts';

/** What happened to the journal and the officer has not yet acknowledged. */
export type NoticeTable = {
  readonly all: () => readonly Notice[];
  readonly put: (notice: Notice) => void;
  readonly dismiss: (code: Notice['code']) => void;
};

export function noticeTable(db: Db): NoticeTable {
  const select = db.prepare<[], Notice>('SELECT code, at FROM notice');
  const put = db.prepare<[Notice]>('INSERT OR REPLACE INTO notice (code, at) VALUES (@code, @at)');
  const dismiss = db.prepare<[Notice['code']]>('DELETE FROM notice WHERE code = ?');
  return {
    all: () => {
      const known = select.all();
      return NOTICE_CODES.flatMap((code) => known.filter((notice) => notice.code === code));
    },
    put: (notice) => {
      put.run(notice);
    },
    dismiss: (code) => {
      dismiss.run(code);
    },
  };
}
