import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import {
  measureFile,
  NOTE_FILE,
  PACKAGE_KINDS,
  type PackageFile,
  publicKeyText,
  signNote,
} from '#shared/node/release-note.ts';
import { ROOT } from '../base/paths.ts';
import { KEYS_FILE } from './update-keys.ts';

/** Something that whoever makes the release can put right; the message says what. */
export class ReleaseError extends Error {}

/** Makes a pair of keys: the private one becomes `file`, the public one is the answer. */
export function makeKey(file: string, passphrase: string | undefined): string {
  if (!relative(ROOT, resolve(file)).startsWith('..')) {
    throw new ReleaseError(`${file}: kunci rahasia tidak boleh berada di folder program. Pilih tempat lain.`);
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  const sealed = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  const text = privateKey.export({ type: 'pkcs8', format: 'pem', ...sealed });
  // `wx`: a key that is there already is never lost.
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  return publicKeyText(privateKey);
}

type Signing = {
  /** Where the packages lie, and the note will. */
  readonly folder: string;
  readonly version: string;
  readonly share: number;
  readonly keyFile: string;
  readonly passphrase: string | undefined;
  /** What the packages pin. */
  readonly pinned: readonly string[];
  readonly now: Date;
};

/** Signs the note over every package of the version that lies in the folder; answers their names. */
export async function signRelease(signing: Signing): Promise<readonly string[]> {
  const { folder, version, share, pinned, now } = signing;
  const key = readKey(signing);
  if (!pinned.includes(publicKeyText(key))) {
    throw new ReleaseError(
      `Kunci ini (${publicKeyText(key)}) tidak ada di ${KEYS_FILE}: tidak satu komputer pun akan menerimanya.`,
    );
  }
  const files: PackageFile[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    const kind = PACKAGE_KINDS.find((known) => extname(name) === `.${known}`);
    if (kind === undefined || !name.split(/[-_]/).includes(version)) continue;
    const arch = /arm64|aarch64/.test(name) ? 'arm64' : 'x64';
    files.push({ name, kind, arch, ...(await measureFile(join(folder, name))) });
  }
  if (files.length === 0) throw new ReleaseError(`${folder}: tidak ada paket versi ${version}.`);
  const note = signNote({ version, date: now.toISOString(), share, files }, key);
  const file = join(folder, NOTE_FILE);
  // Whole or not at all: PCs ask for it at any moment.
  writeFileSync(`${file}.new`, note);
  renameSync(`${file}.new`, file);
  return files.map(({ name }) => name);
}

function readKey({ keyFile, passphrase }: Signing): KeyObject {
  try {
    const key = createPrivateKey({
      key: readFileSync(keyFile),
      ...(passphrase !== undefined && { passphrase }),
    });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below; the error of the library may quote the file.
  }
  throw new ReleaseError(
    `${keyFile}: bukan kunci Ed25519 yang dapat dibaca (sandinya dari PENGHUBUNG_KEY_PASSPHRASE, bila ada).`,
  );
}
