import { randomUUID } from 'node:crypto';
import type { OfficeTemplate } from '#shared/domain/commands/office-templates.ts';
import type { ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { Agency, Colleague, Officer } from '#shared/domain/people/roles.ts';
import type { LaporMemory, ReportRow } from '../../../../lapor/complaint-row.ts';
import type { Db } from '../open-database.ts';
import type { SettingRows } from '../settings/setting-rows.ts';

/** A report as an office alone keeps it. `lapor`: what the export last said; null: the office recorded it. */
export type AloneReport = {
  readonly row: ReportRow;
  readonly timeline: readonly TimelineEntry[];
  readonly readBy: readonly ReadMark[];
  readonly lapor: LaporMemory | null;
};
export type PlacedReport = { readonly seq: number; readonly report: AloneReport };

/** Access to a centre that was granted, while the office's reports are being brought there. */
export type Joining = { readonly centralUrl: string; readonly token: string; readonly officer: Officer };

/** What an office that works without a central service keeps in its place. */
export type AloneTable = {
  /** Names this history; another one after the journal was restored. Null: it has not begun. */
  readonly epoch: () => string | null;
  readonly beginEpoch: () => string;
  /** The end of the feed. */
  readonly head: () => number;
  readonly get: (id: string) => PlacedReport | null;
  readonly byTrackingId: (trackingId: string) => AloneReport | null;
  /** Reports changed after this place, in the order of their changes. */
  readonly after: (seq: number, limit: number) => readonly PlacedReport[];
  /** Keeps it, at the end of the feed. Answers its place. */
  readonly put: (report: AloneReport) => number;
  /** The next receipt of this day, "K-261127001": it stays when the office joins a centre. */
  readonly nextReceipt: (day: string) => string;
  /** The OPDs that exports name, the officers and templates of the own one. */
  readonly names: () => Names;
  /** Where in the feed they last changed; 0: never. */
  readonly namesPlace: () => number;
  readonly setNames: (names: Partial<Names>) => void;
  /** How exports write the name of the own OPD. */
  readonly ownNames: () => readonly string[];
  readonly setOwnNames: (names: readonly string[]) => void;
  /** All of them, for a count. */
  readonly count: () => number;
  readonly joining: () => Joining | null;
  readonly setJoining: (joining: Joining | null) => void;
  /** The office has joined a centre, which has all of it but these reports. */
  readonly end: (at: string, kept: ReadonlySet<string>) => void;
  /**
   * When it joined: what was decided before is not asked again. ISO instant; empty: it never worked alone.
   */
  readonly endedAt: () => string;
};

type Names = {
  readonly agencies: readonly Agency[];
  readonly colleagues: readonly Colleague[];
  readonly templates: readonly OfficeTemplate[];
};

type Row = { readonly seq: number; readonly body: string };

/** Under these names among the journal's single values. */
export const ALONE_EPOCH = 'alone.epoch';
const RECEIPTS = 'alone.receipts';
const NAMES = 'alone.names';
const NAMES_PLACE = 'alone.names_place';
const OWN_NAMES = 'alone.own_names';
const JOINING = 'alone.joining';
const ENDED = 'alone.ended';

export function aloneTable(db: Db, rows: SettingRows): AloneTable {
  const byId = db.prepare<[string], Row>('SELECT seq, body FROM alone_report WHERE id = ?');
  const byTracking = db.prepare<[string], Row>('SELECT seq, body FROM alone_report WHERE tracking_id = ?');
  const after = db.prepare<[number, number], Row>(
    'SELECT seq, body FROM alone_report WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const last = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM alone_report');
  const put = db.prepare(
    'INSERT OR REPLACE INTO alone_report (id, tracking_id, seq, body) VALUES (?, ?, ?, ?)',
  );
  const count = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM alone_report');
  const drop = db.prepare('DELETE FROM alone_report WHERE id NOT IN (SELECT value FROM json_each(?))');
  const placed = ({ seq, body }: Row): PlacedReport => ({ seq, report: JSON.parse(body) });
  const read = <T>(name: string, otherwise: T): T => JSON.parse(rows.get(name) ?? 'null') ?? otherwise;
  const keep = (name: string, value: unknown): void => rows.put(name, JSON.stringify(value));
  const names = (): Names => read(NAMES, { agencies: [], colleagues: [], templates: [] });
  // Beside the names, because each report that is kept asks for the end of the feed.
  const namesPlace = (): number => Number(rows.get(NAMES_PLACE) ?? 0);
  const head = (): number => Math.max(last.get()?.seq ?? 0, namesPlace());
  return {
    epoch: () => rows.get(ALONE_EPOCH),
    beginEpoch: () => {
      const made = randomUUID();
      rows.put(ALONE_EPOCH, made);
      return made;
    },
    head,
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : placed(row);
    },
    byTrackingId: (trackingId) => {
      const row = byTracking.get(trackingId);
      return row === undefined ? null : placed(row).report;
    },
    after: (seq, limit) => after.all(seq, limit).map(placed),
    put: (report) => {
      const seq = head() + 1;
      put.run(report.row.id, report.row.tracking_id, seq, JSON.stringify(report));
      return seq;
    },
    nextReceipt: (day) => {
      const before = read(RECEIPTS, { day, count: 0 });
      const count = before.day === day ? before.count + 1 : 1;
      keep(RECEIPTS, { day, count });
      return `K-${day.slice(2).replaceAll('-', '')}${String(count).padStart(3, '0')}`;
    },
    names,
    namesPlace,
    setNames: (changed) => {
      keep(NAMES, { ...names(), ...changed });
      keep(NAMES_PLACE, head() + 1);
    },
    ownNames: () => read(OWN_NAMES, []),
    setOwnNames: (names) => keep(OWN_NAMES, names),
    count: () => count.get()?.count ?? 0,
    joining: () => read<Joining | null>(JOINING, null),
    setJoining: (joining) => keep(JOINING, joining),
    end: (at, kept) => {
      drop.run(JSON.stringify([...kept]));
      keep(JOINING, null);
      rows.remove(NAMES);
      rows.remove(NAMES_PLACE);
      rows.put(ENDED, at);
    },
    endedAt: () => rows.get(ENDED) ?? '',
  };
}
