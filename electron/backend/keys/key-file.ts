import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from '../store/durable.ts';

const KEY_BYTES = 32;

/**
 * The key of both databases, readable by this user alone, and on the disk before any is encrypted. A file
 * that is there and is no key stays: another key would lock the officer's work away.
 */
export function readOrCreateKey(dataDir: string) {
  const path = join(dataDir, 'key');
  const existing = readIfThere(path);
  const key = existing ?? randomBytes(KEY_BYTES);
  if (key.length !== KEY_BYTES) return { ok: false, code: 'key_damaged' } as const;
  if (existing === null) writeDurably(path, key);
  return { ok: true, key } as const;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** All of it or nothing, also across a power cut. */
function writeDurably(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, bytes, { mode: 0o600 });
  syncFile(temporary);
  renameSync(temporary, path);
  syncFolder(dirname(path));
}
