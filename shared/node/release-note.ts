import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as z from 'zod';

/** The file of a folder of releases that says what lies there. Nothing else of the folder is believed. */
export const NOTE_FILE = 'latest.json';

export const PACKAGE_KINDS = ['exe', 'AppImage', 'deb', 'rpm', 'dmg'] as const;
const packageFile = z.strictObject({
  /** A plain name: no folder, no way out of one. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/),
  kind: z.enum(PACKAGE_KINDS),
  arch: z.enum(['x64', 'arm64']),
  /** Bytes. */
  size: z.int().positive(),
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
});
const release = z.strictObject({
  version: z.string().regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/),
  /** When it was signed. */
  date: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  /** To which share of the PCs it is offered, 0 to 1. */
  share: z.number().min(0).max(1),
  files: z.array(packageFile).min(1).max(50).readonly(),
});
const note = z.strictObject({ release, key: z.string(), signature: z.base64() });

export type PackageFile = Readonly<z.infer<typeof packageFile>>;
export type Release = Readonly<z.infer<typeof release>>;
export type NoteProblem = 'note_unreadable' | 'key_unknown' | 'note_tampered';

/**
 * The bytes that are signed: every value of the note on a place of its own. No value can hold a space or the
 * end of a line, so two different notes never have the same bytes.
 */
function signedBytes({ version, date, share, files }: Release): Buffer {
  const lines = files.map(({ name, kind, arch, size, sha512 }) => [name, kind, arch, size, sha512].join(' '));
  return Buffer.from(['penghubung release 1', version, date, share, ...lines].join('\n'));
}

/** An Ed25519 key as it is pinned: its 32 bytes in base64url. */
export function publicKeyText(key: KeyObject): string {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('not an Ed25519 key');
  return x;
}

/** Names a key in a note and says nothing of its worth. */
function nameOfKey(pinned: string): string {
  return createHash('sha256').update(pinned).digest('hex').slice(0, 16);
}

/** The text of a note, signed. */
export function signNote(value: Release, key: KeyObject): string {
  const checked = release.parse(value);
  const signature = sign(null, signedBytes(checked), key).toString('base64');
  return `${JSON.stringify({ release: checked, key: nameOfKey(publicKeyText(key)), signature }, null, 2)}\n`;
}

/** What a note says, once its signature by one of the pinned keys holds. */
export function readNote(
  text: string,
  keys: readonly string[],
): { readonly ok: true; readonly release: Release } | { readonly ok: false; readonly code: NoteProblem } {
  const parsed = note.safeParse(parseJson(text));
  if (!parsed.success) return { ok: false, code: 'note_unreadable' };
  const { release: said, key, signature } = parsed.data;
  const pinned = keys.find((candidate) => nameOfKey(candidate) === key);
  if (pinned === undefined) return { ok: false, code: 'key_unknown' };
  const holds = verify(null, signedBytes(said), publicKey(pinned), Buffer.from(signature, 'base64'));
  return holds ? { ok: true, release: said } : { ok: false, code: 'note_tampered' };
}

/** @throws when it is no Ed25519 key */
export function publicKey(pinned: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: pinned }, format: 'jwk' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Size and hash of a file as it lies there. @throws when it cannot be read */
export async function measureFile(path: string): Promise<Pick<PackageFile, 'size' | 'sha512'>> {
  const hash = createHash('sha512');
  let size = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(piece);
    size += piece.length;
  }
  return { size, sha512: hash.digest('hex') };
}
