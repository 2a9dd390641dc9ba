import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../demo/random.ts';
import { readOrCreateKey } from '../../electron/backend/keys/key-file.ts';
import { type Db, type Durability, openDatabase } from '../../electron/backend/store/open-database.ts';

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
