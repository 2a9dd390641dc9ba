import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { publicKey } from '#shared/node/release-note.ts';
import { ROOT } from '../base/paths.ts';

export const KEYS_FILE = 'build/packaging/update-keys.json';

/**
 * The public keys that every package pins: the one that signs now, and the one that will sign after it.
 * @throws when one of them is no Ed25519 key
 */
export function readUpdateKeys(file: string = join(ROOT, KEYS_FILE)): readonly string[] {
  const keys = z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const key of keys) publicKey(key);
  return keys;
}
