import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from '../store/durable.ts';

const KEY_BYTES = 32;

export type KeyRead =
  | { readonly ok: true; readonly key: Uint8Array }
  /** The file is there and is not a key: making another one would lock the officer's work away. */
  | { readonly ok: false; readonly code: 'key_damaged' };

/** The key of both databases, readable by this user alone, and on the disk before any is encrypted. */
export function readOrCreateKey(dataDir: string): KeyRead {
  const path = join(dataDir, 'key');
  const existing = readIfThere(path);
  if (existing !== null) {
    return existing.length === KEY_BYTES ? { ok: true, key: existing } : { ok: false, code: 'key_damaged' };
  }
  const key = randomBytes(KEY_BYTES);
  writeDurably(path, key);
  return { ok: true, key };
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
