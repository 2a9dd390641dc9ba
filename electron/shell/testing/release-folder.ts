import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureFile, NOTE_FILE, publicKeyText, type Release, signNote } from '#shared/node/release-note.ts';

const made = () => generateKeyPairSync('ed25519').privateKey;
/** The key that signs now, the one after it, and one that nobody pinned. */
export const KEYS = { current: made(), next: made(), stranger: made() };
export const PINNED = [publicKeyText(KEYS.current), publicKeyText(KEYS.next)];

export const PACKAGE = 'penghubung-0.2.0-linux-x64.AppImage';
export const CONTENT = 'isi paket '.repeat(100_000);

/** Puts a release into a folder, as `npm run release` does, and answers its note. */
export async function publish(
  folder: string,
  release: Partial<Omit<Release, 'files'>> & { readonly content?: string } = {},
  key: KeyObject = KEYS.current,
): Promise<void> {
  const { content = CONTENT, ...said } = release;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, PACKAGE);
  writeFileSync(file, content);
  const files = [{ name: PACKAGE, kind: 'AppImage', arch: 'x64', ...(await measureFile(file)) } as const];
  const whole = { version: '0.2.0', date: '2026-11-30T08:00:00.000Z', share: 1, ...said, files };
  writeFileSync(join(folder, NOTE_FILE), signNote(whole, key));
}
