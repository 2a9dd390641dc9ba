import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../store/durable.ts';

const KEY_BYTES = 32;
/** Behind the key stand the first bytes of its SHA-256: a key with a damaged bit would open nothing. */
const CHECK_BYTES = 8;

/**
 * `key_missing`: databases are there, and no key. `key_damaged`: the file is not what was written.
 * `key_not_readable`: this user may not read it, or the disk cannot. `no_access`: none can be written.
 */
export type KeyFailure = 'key_missing' | 'key_damaged' | 'key_not_readable' | 'no_access';
export type KeyRead =
  | { readonly ok: true; readonly key: Uint8Array }
  | { readonly ok: false; readonly code: KeyFailure };

/**
 * The key of both databases, readable by this user alone, and on the disk before any is encrypted. It is made
 * where there is nothing that it could lock: another key would lock the officer's work away.
 */
export function readOrCreateKey(dataDir: string): KeyRead {
  const path = join(dataDir, 'key');
  try {
    if (existsSync(path)) return keyOf(readFileSync(path));
  } catch {
    return { ok: false, code: 'key_not_readable' };
  }
  if (readdirSync(dataDir).some((name) => DATABASE.test(name))) return { ok: false, code: 'key_missing' };
  const key = randomBytes(KEY_BYTES);
  replaceFile(path, Buffer.concat([key, checkOf(key)]));
  return { ok: true, key };
}

/** The databases, and what was kept of them. */
const DATABASE = /^(journal|cache)\.db/;

function keyOf(bytes: Buffer): KeyRead {
  const key = bytes.subarray(0, KEY_BYTES);
  const isWhole = bytes.length === KEY_BYTES + CHECK_BYTES && bytes.subarray(KEY_BYTES).equals(checkOf(key));
  return isWhole ? { ok: true, key } : { ok: false, code: 'key_damaged' };
}

const checkOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update(key).digest().subarray(0, CHECK_BYTES);
