import type { Db } from './open-database.ts';

/** SQL as functions that take the values of its places, so that a table says each statement once. */
export function statements(db: Db) {
  const rows = <Places extends unknown[], Row>(sql: string) => {
    const statement = db.prepare<unknown[], Row>(sql);
    return (...places: Places): readonly Row[] => statement.all(...places);
  };
  /** The first row; null where there is none. */
  const row = <Places extends unknown[], Row>(sql: string) => {
    const statement = db.prepare<unknown[], Row>(sql);
    return (...places: Places): Row | null => statement.get(...places) ?? null;
  };
  return {
    rows,
    row,
    /** Rows that are read as `map` makes them. */
    mapped: <Row, T>(map: (row: Row) => T) => ({
      rows: <Places extends unknown[]>(sql: string) => {
        const read = rows<Places, Row>(sql);
        return (...places: Places): readonly T[] => read(...places).map((found) => map(found));
      },
      row: <Places extends unknown[]>(sql: string) => {
        const read = row<Places, Row>(sql);
        return (...places: Places): T | null => {
          const found = read(...places);
          return found === null ? null : map(found);
        };
      },
    }),
    /** The first column of each row. */
    values: <Places extends unknown[], Value>(sql: string) => {
      const statement = db.prepare<unknown[], Value>(sql).pluck();
      return (...places: Places): readonly Value[] => statement.all(...places);
    },
    /** The first column of the first row; null where there is none. */
    value: <Places extends unknown[], Value>(sql: string) => {
      const statement = db.prepare<unknown[], Value>(sql).pluck();
      return (...places: Places): Value | null => statement.get(...places) ?? null;
    },
    /** Makes a change. False: no row was concerned. */
    run: <Places extends unknown[]>(sql: string) => {
      const statement = db.prepare(sql);
      return (...places: Places): boolean => statement.run(...places).changes > 0;
    },
  };
}
