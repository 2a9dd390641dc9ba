import { type MovedDeadlines, movedDeadlines } from '#shared/contract/window/deadlines.ts';
import type { WritingPlace } from '#shared/contract/window/drafts.ts';
import { NOTICE_CODES, type Notice } from '#shared/contract/window/session.ts';
import { type Settings, settings as settingsSchema } from '#shared/contract/window/settings.ts';
import { type SavedView, savedViews } from '#shared/contract/window/views.ts';
import type { Template } from '#shared/domain/answers/templates.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** `id`: of the draft. */
type Writing = { readonly id: string; readonly caret: NonNullable<WritingPlace> };

const DEFAULT_SETTINGS: Settings = { language: 'id', theme: 'system', metered: 'no', tour: 'due' };

export function settingsTable(db: Db) {
  const { row, run } = statements(db);
  const select = row<[], Settings>('SELECT language, theme, metered, tour FROM settings');
  const put = run<[Settings]>(`
    INSERT OR REPLACE INTO settings (only, language, theme, metered, tour)
    VALUES (1, @language, @theme, @metered, @tour)`);
  const get = (): Settings => settingsSchema.safeParse(select()).data ?? DEFAULT_SETTINGS;
  return {
    get,
    save: (patch: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }) => {
      const changed = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      put({ ...get(), ...changed });
    },
  };
}

/** What happened on this computer and the officer has not yet acknowledged. */
export function noticeTable(db: Db) {
  const { rows, run } = statements(db);
  const select = rows<[], Notice>('SELECT code, at FROM notice');
  return {
    all: () => {
      const notices = select();
      return NOTICE_CODES.flatMap((code) => notices.filter((notice) => notice.code === code));
    },
    put: run<[Notice]>('INSERT OR REPLACE INTO notice (code, at) VALUES (@code, @at)'),
    dismiss: run<[code: Notice['code']]>('DELETE FROM notice WHERE code = ?'),
  };
}

/** When the officer last began to look at the window, as an ISO instant; null: not known on this computer. */
export function morningTable(db: Db) {
  const { run, value } = statements(db);
  return {
    last: value<[], string>('SELECT morning FROM last_seen'),
    seen: run<[at: string]>('UPDATE last_seen SET morning = ?'),
  };
}

/**
 * When somebody of the agency was last signed in to LAPOR!, as far as this computer knows. Several places
 * tell of it, and not in their order: the latest counts.
 */
export function laporVisitTable(db: Db) {
  const { run, value } = statements(db);
  return {
    last: value<[], string>('SELECT laporVisit FROM last_seen'),
    seen: run<[at: string]>("UPDATE last_seen SET laporVisit = max(coalesce(laporVisit, ''), ?)"),
  };
}

/** Where the officer writes, or wrote when window or program fell; null: nowhere. */
export function writingTable(db: Db) {
  const { run, value } = statements(db);
  const select = value<[], string>('SELECT writing FROM last_seen');
  const put = run<[string | null]>('UPDATE last_seen SET writing = ?');
  return {
    last: (): Writing | null => JSON.parse(select() ?? 'null'),
    put: (id: string, caret: Writing['caret'] | null) =>
      put(caret === null ? null : JSON.stringify({ id, caret } satisfies Writing)),
  };
}

/** What this PC can show of the last command that the central service accepted. */
export function proofTable(db: Db) {
  const { run, value } = statements(db);
  return {
    last: value<[], string>('SELECT proof FROM last_seen'),
    keep: run<[proof: string]>('UPDATE last_seen SET proof = ?'),
  };
}

/** The commit with which this journal was last restored; null: never. */
export function restorationTable(db: Db) {
  const { run, value } = statements(db);
  return {
    last: value<[], number>('SELECT restored FROM last_seen'),
    put: run<[commit: number]>('UPDATE last_seen SET restored = ?'),
  };
}

/** The deadlines that new holidays or rules moved last. */
export function movedDeadlinesTable(db: Db) {
  const { run, value } = statements(db);
  const select = value<[], string>('SELECT value FROM moved_deadlines');
  const put = run<[string]>('INSERT OR REPLACE INTO moved_deadlines (only, value) VALUES (1, ?)');
  return {
    last: () => movedDeadlines.safeParse(JSON.parse(select() ?? 'null')).data ?? null,
    put: (moved: MovedDeadlines) => put(JSON.stringify(moved)),
  };
}

/** A row of `saved_view`: `fields` is JSON. */
type ViewRow = Omit<SavedView, 'fields'> & { readonly fields: string };

/** The officer's own views, in their order. */
export function viewsTable(db: Db) {
  const { mapped, run } = statements(db);
  const select = mapped((row: ViewRow) => ({ ...row, fields: JSON.parse(row.fields) })).rows<[]>(
    'SELECT id, name, search, "order", fields FROM saved_view ORDER BY position',
  );
  const clear = run<[]>('DELETE FROM saved_view');
  const insert = run<[number, ViewRow]>(`
    INSERT INTO saved_view (position, id, name, search, "order", fields)
    VALUES (?, @id, @name, @search, @order, @fields)`);
  return {
    list: () => savedViews.safeParse(select()).data ?? [],
    /** They take the place of those before. */
    save: (views: readonly SavedView[]) => {
      clear();
      for (const [position, view] of views.entries()) {
        insert(position, { ...view, fields: JSON.stringify(view.fields) });
      }
    },
  };
}

/** The officer's own templates. */
export function templatesTable(db: Db) {
  const { rows, run } = statements(db);
  const select = rows<[], Template>('SELECT id, name, text FROM template');
  return {
    /** In the order of their names. */
    all: () => select().toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    /** Adds it, or replaces the one with its id. */
    put: run<[Template]>('INSERT OR REPLACE INTO template (id, name, text) VALUES (@id, @name, @text)'),
    remove: run<[id: string]>('DELETE FROM template WHERE id = ?'),
  };
}
