import { closeSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import type { Db } from '../open-database.ts';
import { type LoggedPage, PAGE } from './log-frames.ts';

/** The number of a page, then the page. */
const ENTRY = 4 + PAGE;
const pathOf = (journalPath: string): string => `${journalPath}.schema`;

/**
 * Keeps the pages on which the schema stands once more, beside the journal: the way to every table leads over
 * the first one. To be called when the log was moved into the file. Where it fails nothing else fails.
 */
export function keepSchemaPages(db: Db, journalPath: string): void {
  try {
    const numbers = db
      .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
      .pluck()
      .all();
    writeFileSync(pathOf(journalPath), readPages(journalPath, numbers), { mode: 0o600 });
  } catch {
    // The pages of the last time are of use too.
  }
}

function readPages(journalPath: string, numbers: readonly number[]): Buffer {
  const pages = Buffer.alloc(numbers.length * ENTRY);
  const file = openSync(journalPath, 'r');
  try {
    for (const [index, number] of numbers.entries()) {
      pages.writeUInt32BE(number, index * ENTRY);
      readSync(file, pages, index * ENTRY + 4, PAGE, (number - 1) * PAGE);
    }
    return pages;
  } finally {
    closeSync(file);
  }
}

/** The pages as they stand in the file, encrypted: of use in that file alone. Empty: none are kept. */
export function keptSchemaPages(journalPath: string): readonly LoggedPage[] {
  try {
    const kept = readFileSync(pathOf(journalPath));
    return Array.from({ length: Math.floor(kept.length / ENTRY) }, (_, index) => {
      const at = index * ENTRY;
      return { page: kept.readUInt32BE(at), size: 0, bytes: kept.subarray(at + 4, at + ENTRY) };
    });
  } catch {
    return [];
  }
}

/** Another file takes the journal's place. */
export const forgetSchemaPages = (journalPath: string): void => rmSync(pathOf(journalPath), { force: true });
