import { randomUUID } from 'node:crypto';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import type { ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import type { Agency, Colleague } from '#shared/domain/people/roles.ts';
import type { Db } from '../open-database.ts';

/** A complaint of a standalone office. `lapor`: what the import last said; null: the office recorded it. */
export type AloneReport = {
  readonly row: ComplaintRow;
  readonly timeline: readonly TimelineEntry[];
  readonly readBy: readonly ReadMark[];
  readonly lapor: LaporMemory | null;
};
export type PlacedReport = { readonly seq: number; readonly report: AloneReport };

/** What an office that works without a central service keeps in its place. */
export type AloneTable = {
  /** Names this history; another one after the journal was restored. Null: it has not begun. */
  readonly epoch: () => string | null;
  readonly beginEpoch: () => string;
  /** The end of the feed. */
  readonly head: () => number;
  readonly get: (id: string) => PlacedReport | null;
  readonly byTrackingId: (trackingId: string) => AloneReport | null;
  /** Complaints changed after this place, in the order of their changes. */
  readonly after: (seq: number, limit: number) => readonly PlacedReport[];
  /** Keeps it, at the end of the feed. Answers its place. */
  readonly put: (report: AloneReport) => number;
  /** The next receipt of this day, "K-261127001": it stays when the office joins a central service. */
  readonly nextReceipt: (day: string) => string;
  /** The agencies that imports name, the officers and templates of the own one. */
  readonly names: () => Names;
  /** Where in the feed they last changed; 0: never. */
  readonly namesPlace: () => number;
  readonly setNames: (names: Partial<Names>) => void;
  /** How imports write the name of the own agency. */
  readonly ownNames: () => readonly string[];
  readonly setOwnNames: (names: readonly string[]) => void;
  /** All of them, for a count. */
  readonly count: () => number;
  /** The office has joined a central service, which has all of it but these complaints. */
  readonly end: (at: string, kept: ReadonlySet<string>) => void;
  /** When it joined; what was decided before is not asked again. ISO instant; empty: never standalone. */
  readonly endedAt: () => string;
};

type Names = {
  readonly agencies: readonly Agency[];
  readonly colleagues: readonly Colleague[];
  readonly templates: readonly OfficeTemplate[];
};

export function aloneTable(db: Db): AloneTable {
  const complaints = complaintsOf(db);
  const { names, namesPlace, putNames, clearNames } = namesOf(db);
  const epoch = db.prepare<[], string | null>('SELECT epoch FROM standalone_office').pluck();
  const setEpoch = db.prepare<[string]>('UPDATE standalone_office SET epoch = ?');
  const countReceipt = db
    .prepare<[string, string], number>(`
      UPDATE standalone_office
      SET receiptCount = CASE WHEN receiptDay = ? THEN receiptCount + 1 ELSE 1 END, receiptDay = ?
      RETURNING receiptCount`)
    .pluck();
  const end = db.prepare<[string]>('UPDATE standalone_office SET endedAt = ?');
  const endedAt = db.prepare<[], string | null>('SELECT endedAt FROM standalone_office').pluck();
  const ownNames = db.prepare<[], string>('SELECT name FROM standalone_own_name').pluck();
  const clearOwnNames = db.prepare('DELETE FROM standalone_own_name');
  const addOwnName = db.prepare<[string]>('INSERT OR IGNORE INTO standalone_own_name (name) VALUES (?)');
  const head = (): number => Math.max(complaints.lastSeq(), namesPlace());
  return {
    epoch: () => epoch.get() ?? null,
    beginEpoch: () => {
      const made = randomUUID();
      setEpoch.run(made);
      return made;
    },
    head,
    get: complaints.get,
    byTrackingId: complaints.byTrackingId,
    after: complaints.after,
    put: (report) => complaints.put(report, head() + 1),
    nextReceipt: (day) => {
      const count = countReceipt.get(day, day) ?? 1;
      return `K-${day.slice(2).replaceAll('-', '')}${String(count).padStart(3, '0')}`;
    },
    names,
    namesPlace,
    setNames: (changed) => putNames(changed, head() + 1),
    ownNames: () => ownNames.all(),
    setOwnNames: (names) => {
      clearOwnNames.run();
      for (const name of names) addOwnName.run(name);
    },
    count: complaints.count,
    end: (at, kept) => {
      complaints.keepOnly(kept);
      clearNames();
      end.run(at);
    },
    endedAt: () => endedAt.get() ?? '',
  };
}

type Row = { readonly seq: number; readonly body: string };

function complaintsOf(db: Db) {
  const byId = db.prepare<[string], Row>('SELECT seq, body FROM standalone_complaint WHERE id = ?');
  const byTracking = db.prepare<[string], Row>(
    'SELECT seq, body FROM standalone_complaint WHERE trackingId = ?',
  );
  const after = db.prepare<[number, number], Row>(
    'SELECT seq, body FROM standalone_complaint WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const last = db.prepare<[], number | null>('SELECT max(seq) FROM standalone_complaint').pluck();
  const put = db.prepare(
    'INSERT OR REPLACE INTO standalone_complaint (id, trackingId, seq, body) VALUES (?, ?, ?, ?)',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM standalone_complaint').pluck();
  const drop = db.prepare(
    'DELETE FROM standalone_complaint WHERE id NOT IN (SELECT value FROM json_each(?))',
  );
  const placed = ({ seq, body }: Row): PlacedReport => ({ seq, report: JSON.parse(body) });
  const one = (row: Row | undefined): PlacedReport | null => (row === undefined ? null : placed(row));
  return {
    lastSeq: (): number => last.get() ?? 0,
    get: (id: string) => one(byId.get(id)),
    byTrackingId: (trackingId: string) => one(byTracking.get(trackingId))?.report ?? null,
    after: (seq: number, limit: number) => after.all(seq, limit).map(placed),
    put: (report: AloneReport, seq: number): number => {
      put.run(report.row.id, report.row.trackingId, seq, JSON.stringify(report));
      return seq;
    },
    count: (): number => count.get() ?? 0,
    keepOnly: (ids: ReadonlySet<string>): void => {
      drop.run(JSON.stringify([...ids]));
    },
  };
}

function namesOf(db: Db) {
  const select = db.prepare<[], { name: keyof Names; value: string }>(
    'SELECT name, value FROM standalone_reference',
  );
  const place = db.prepare<[], number | null>('SELECT max(seq) FROM standalone_reference').pluck();
  const put = db.prepare<[string, number, string]>(
    'INSERT OR REPLACE INTO standalone_reference (name, seq, value) VALUES (?, ?, ?)',
  );
  const clear = db.prepare('DELETE FROM standalone_reference');
  return {
    names: (): Names => ({
      agencies: [],
      colleagues: [],
      templates: [],
      ...Object.fromEntries(select.all().map(({ name, value }) => [name, JSON.parse(value)])),
    }),
    namesPlace: (): number => place.get() ?? 0,
    putNames: (changed: Partial<Names>, seq: number): void => {
      for (const [name, value] of Object.entries(changed)) put.run(name, seq, JSON.stringify(value));
    },
    clearNames: (): void => {
      clear.run();
    },
  };
}
