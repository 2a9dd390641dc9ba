import { randomUUID } from 'node:crypto';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import type { ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import { type ComplaintRow, EMPTY_ROW } from '#shared/domain/complaint/row.ts';
import type { Agency, Colleague } from '#shared/domain/people/roles.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** A complaint of a standalone office. `lapor`: what the import last said; null: the office recorded it. */
export type StandaloneComplaint = {
  readonly row: ComplaintRow;
  readonly timeline: readonly TimelineEntry[];
  readonly readBy: readonly ReadMark[];
  readonly lapor: LaporMemory | null;
};
export type PlacedComplaint = { readonly seq: number; readonly report: StandaloneComplaint };

/** The agencies that imports name, and the officers and templates of the office's own agency. */
type Names = {
  readonly agencies: readonly Agency[];
  readonly colleagues: readonly Colleague[];
  readonly templates: readonly OfficeTemplate[];
};

const SELECT = 'SELECT seq, body FROM standalone_complaint';

/** What an office that works without a central service keeps in its place. */
export function standaloneTable(db: Db) {
  const { mapped, rows, run, value } = statements(db);
  const complaints = mapped(placedOf);
  const byTrackingId = complaints.row<[string]>(`${SELECT} WHERE trackingId = ?`);
  const lastSeq = value<[], number>('SELECT max(seq) FROM standalone_complaint');
  const put = run<[string, string, number, string]>(
    'INSERT OR REPLACE INTO standalone_complaint (id, trackingId, seq, body) VALUES (?, ?, ?, ?)',
  );
  const count = value<[], number>('SELECT count(*) FROM standalone_complaint');
  const keepOnly = run<[string]>(
    'DELETE FROM standalone_complaint WHERE id NOT IN (SELECT value FROM json_each(?))',
  );
  const names = rows<[], { name: keyof Names; value: string }>(
    'SELECT name, value FROM standalone_reference',
  );
  const lastNamesSeq = value<[], number>('SELECT max(seq) FROM standalone_reference');
  const putName = run<[string, number, string]>(
    'INSERT OR REPLACE INTO standalone_reference (name, seq, value) VALUES (?, ?, ?)',
  );
  const clearNames = run<[]>('DELETE FROM standalone_reference');
  const end = run<[]>(
    'UPDATE standalone_office SET endedAfter = (SELECT coalesce(max(seq), 0) FROM command)',
  );
  const namesPlace = () => lastNamesSeq() ?? 0;
  const head = () => Math.max(lastSeq() ?? 0, namesPlace());
  return {
    ...officeTable(db),
    /** The end of the feed. */
    head,
    get: complaints.row<[id: string]>(`${SELECT} WHERE id = ?`),
    byTrackingId: (trackingId: string) => byTrackingId(trackingId)?.report ?? null,
    /** Complaints changed after this place, in the order of their changes. */
    after: complaints.rows<[seq: number, limit: number]>(`${SELECT} WHERE seq > ? ORDER BY seq LIMIT ?`),
    /** Keeps it, at the end of the feed. Answers its place. */
    put: (complaint: StandaloneComplaint) => {
      const seq = head() + 1;
      put(complaint.row.id, complaint.row.trackingId, seq, JSON.stringify(complaint));
      return seq;
    },
    names: (): Names => ({
      agencies: [],
      colleagues: [],
      templates: [],
      ...Object.fromEntries(names().map(({ name, value }) => [name, JSON.parse(value)])),
    }),
    /** Where in the feed they last changed; 0: never. */
    namesPlace,
    setNames: (changed: Partial<Names>) => {
      const seq = head() + 1;
      for (const [name, value] of Object.entries(changed)) putName(name, seq, JSON.stringify(value));
    },
    count: () => count() ?? 0,
    /**
     * The office has joined a central service, which has all of it but these complaints. No command up to now
     * is sent again: it was handed over.
     */
    end: (kept: ReadonlySet<string>) => {
      keepOnly(JSON.stringify([...kept]));
      clearNames();
      end();
    },
  };
}

function officeTable(db: Db) {
  const { run, value, values } = statements(db);
  const setEpoch = run<[string]>('UPDATE standalone_office SET epoch = ?');
  const countReceipt = value<[string, string], number>(`
    UPDATE standalone_office
    SET receiptCount = CASE WHEN receiptDay = ? THEN receiptCount + 1 ELSE 1 END, receiptDay = ?
    RETURNING receiptCount`);
  const clearOwnNames = run<[]>('DELETE FROM standalone_own_name');
  const addOwnName = run<[string]>('INSERT OR IGNORE INTO standalone_own_name (name) VALUES (?)');
  return {
    /** Names this history; another one after the journal was restored. Null: it has not begun. */
    epoch: value<[], string>('SELECT epoch FROM standalone_office'),
    beginEpoch: () => {
      const made = randomUUID();
      setEpoch(made);
      return made;
    },
    /** The next receipt of this day, "K-261127001": it stays when the office joins a central service. */
    nextReceipt: (day: string) =>
      `K-${day.slice(2).replaceAll('-', '')}${String(countReceipt(day, day) ?? 1).padStart(3, '0')}`,
    /** How imports write the name of the own agency. */
    ownNames: values<[], string>('SELECT name FROM standalone_own_name'),
    setOwnNames: (own: readonly string[]) => {
      clearOwnNames();
      for (const name of own) addOwnName(name);
    },
  };
}

function placedOf({ seq, body }: { readonly seq: number; readonly body: string }): PlacedComplaint {
  const report: StandaloneComplaint = JSON.parse(body);
  return { seq, report: { ...report, row: { ...EMPTY_ROW, ...report.row } } };
}
