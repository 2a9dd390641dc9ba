import { schemaVersion } from '../store/migrate.ts';
import { type Db, isDamage } from '../store/open-database.ts';

type Value = string | number | bigint | Uint8Array | null;
export type SalvagedRow = Readonly<Record<string, Value>>;

/** What could be read of a table of a damaged journal. `complete`: all of it. */
export type Salvaged = { readonly rows: readonly SalvagedRow[]; readonly complete: boolean };

/** The journal's tables with their key. Rows with a `seq` are counted, so they can be asked for singly. */
export const JOURNAL_TABLES = {
  session: 'which',
  settings: 'only',
  notice: 'code',
  last_seen: 'only',
  moved_deadlines: 'only',
  saved_view: 'id',
  template: 'id',
  draft: 'id',
  command: 'seq',
  file: 'id',
  file_chunk: 'seq',
  attachment: 'seq',
  log: 'seq',
  standalone_office: 'only',
  standalone_complaint: 'id',
  standalone_reference: 'name',
  standalone_own_name: 'name',
} as const;
export type JournalTable = keyof typeof JOURNAL_TABLES;

export type SalvagedJournal = ReadonlyMap<JournalTable, Salvaged>;

/**
 * The most rows that are asked for singly in a gap: numbers at its ends may be anything in a file whose pages
 * do not belong together.
 */
const LONGEST_GAP = 1_000_000;

/**
 * Reads every table as far as it can be read. `isTrusted`: a table that can be read to its end is complete.
 */
export function salvage(db: Db, isTrusted: boolean): SalvagedJournal {
  const tables = Object.keys(JOURNAL_TABLES) as JournalTable[];
  let version = 0;
  untilDamage(() => {
    version = schemaVersion(db);
  });
  if (version === 0) return new Map();
  return new Map(
    tables.map((table) => {
      const { rows, complete } = salvageTable(db, table);
      return [table, { rows, complete: complete && isTrusted }];
    }),
  );
}

/**
 * Reads what can be read: from the front until damage, from the back until damage, and in between row by row
 * where rows are counted. Every page carries its own proof of being authentic, so a row that can be read is
 * as it was written.
 */
export function salvageTable(db: Db, table: JournalTable): Salvaged {
  const key = JOURNAL_TABLES[table];
  const rows = new Map<string, SalvagedRow>();
  const take = (row: SalvagedRow): void => {
    rows.set(String(row[key]), row);
  };
  // All columns: the damaged file may be of an older version than this program.
  const walk = (direction: 'ASC' | 'DESC'): SalvagedRow | null | 'end' => {
    let last: SalvagedRow | null = null;
    const reached = untilDamage(() => {
      const all = db
        .prepare<[], SalvagedRow>(`SELECT * FROM ${table} ORDER BY ${key} ${direction}`)
        .iterate();
      for (const row of all) {
        take(row);
        last = row;
      }
    });
    return reached ? 'end' : last;
  };
  const front = walk('ASC');
  if (front === 'end') return { rows: [...rows.values()], complete: true };
  const back = walk('DESC');
  if (key === 'seq') {
    const from = front === null ? 1 : Number(front.seq) + 1;
    const to = back === null || back === 'end' ? lastNumber(db, table) : Number(back.seq) - 1;
    for (let number = from; number <= Math.min(to, from + LONGEST_GAP); number++) {
      untilDamage(() => {
        const row = db.prepare<[number], SalvagedRow>(`SELECT * FROM ${table} WHERE seq = ?`).get(number);
        if (row !== undefined) take(row);
      });
    }
  }
  return { rows: [...rows.values()], complete: false };
}

function lastNumber(db: Db, table: JournalTable): number {
  let last = 0;
  untilDamage(() => {
    const select = db.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck();
    last = select.get(table) ?? 0;
  });
  return last;
}

/** Answers whether the work came to its end. */
export function untilDamage(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (isDamage(error) || isMissingTable(error)) return false;
    throw error;
  }
}

function isMissingTable(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no such table');
}
