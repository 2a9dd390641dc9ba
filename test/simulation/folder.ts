import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../demo/random.ts';
import { readOrCreateKey } from '../../electron/backend/keys/key-file.ts';
import { COMMAND_TEXT } from '../../electron/backend/store/journal/command-reader.ts';
import { journalCopies } from '../../electron/backend/store/journal/journal-copies.ts';
import {
  type Db,
  type Durability,
  openDatabase,
  openToRead,
} from '../../electron/backend/store/open-database.ts';
import { wordsIn } from './hand.ts';

/** While the app is closed something writes over its cache: all of it, or what comes after the first page. */
export function noiseOverCache(dataDir: string, whole: boolean, random: Random): void {
  const path = join(dataDir, 'cache.db');
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  for (let at = whole ? 0 : PAGE_BYTES; at < bytes.length; at++) bytes[at] = random.between(0, 255);
  writeFileSync(path, bytes);
}
const PAGE_BYTES = 4096;

/** As another version left the folder: this start is the first one after an update. */
export function asOtherVersionLeft(dataDir: string): void {
  const cache = opened(dataDir, 'cache.db', 'cache');
  cache.pragma('user_version = 1000');
  cache.close();
}

/** A database of the app, opened beside it or while it is closed. */
export function opened(dataDir: string, name: string, durability: Durability): Db {
  const key = readOrCreateKey(dataDir);
  if (!key.ok) throw new Error(key.code);
  const result = openDatabase(join(dataDir, name), key.key, durability);
  if (!result.ok) throw new Error(result.detail);
  return result.db;
}

/** The words that stand in the copies of the last days, in a draft or in a text that has no answer yet. */
export function wordsInCopies(dataDir: string): ReadonlySet<string> {
  const key = readOrCreateKey(dataDir);
  if (!key.ok) throw new Error(key.code);
  const words = journalCopies(join(dataDir, 'journal.db')).flatMap((copy) => {
    const result = openToRead(copy, key.key);
    if (!result.ok) throw new Error(result.detail);
    const texts = result.db
      .prepare<[], string>(
        `SELECT text FROM draft WHERE removedAt IS NULL
         UNION ALL SELECT ${COMMAND_TEXT} FROM command WHERE state IN ('queued', 'sending') OR (state = 'refused' AND settled = 0)`,
      )
      .pluck()
      .all();
    result.db.close();
    return texts.flatMap(wordsIn);
  });
  return new Set(words);
}
