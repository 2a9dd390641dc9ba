import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureFile, publicKeyText, type Release, readNote, signNote } from './release-note.ts';

const current = generateKeyPairSync('ed25519').privateKey;
const next = generateKeyPairSync('ed25519').privateKey;
const stranger = generateKeyPairSync('ed25519').privateKey;
const pinned = [publicKeyText(current), publicKeyText(next)];

const release: Release = {
  version: '0.2.0',
  date: '2026-11-30T08:00:00.000Z',
  share: 0.25,
  files: [
    { name: 'penghubung-0.2.0.exe', kind: 'exe', arch: 'x64', size: 10, sha512: 'a'.repeat(128) },
    { name: 'penghubung-0.2.0.deb', kind: 'deb', arch: 'arm64', size: 20, sha512: 'b'.repeat(128) },
  ],
};

/** A note as it was signed, and then changed by somebody. */
function changed(fields: object, around: object = {}): string {
  return JSON.stringify({
    ...JSON.parse(signNote(release, current)),
    release: { ...release, ...fields },
    ...around,
  });
}
const [exe, deb] = release.files;

test('a note that a pinned key has signed is read as it was written, the current key’s and the next one’s', () => {
  for (const key of [current, next]) {
    expect(readNote(signNote(release, key), pinned)).toEqual({ ok: true, release });
  }
});

test.each([
  ['version', '0.3.0'],
  ['date', '2026-12-30T08:00:00.000Z'],
  ['share', 1],
])('a changed %s breaks the signature', (field, value) => {
  const text = changed({ [field]: value });
  expect(readNote(text, pinned)).toEqual({ ok: false, code: 'note_tampered' });
});

test.each([
  ['name', 'other.exe'],
  ['kind', 'dmg'],
  ['arch', 'arm64'],
  ['size', 11],
  ['sha512', 'c'.repeat(128)],
])('a file’s changed %s breaks the signature', (field, value) => {
  const text = changed({ files: [{ ...exe, [field]: value }, deb] });
  expect(readNote(text, pinned)).toEqual({ ok: false, code: 'note_tampered' });
});

test('files that were exchanged, left out or signed for something else break the signature', () => {
  for (const files of [[deb, exe], [exe]]) {
    expect(readNote(changed({ files }), pinned)).toEqual({ ok: false, code: 'note_tampered' });
  }
  const signature = sign(null, Buffer.from(JSON.stringify(release)), current).toString('base64');
  const other = changed({}, { signature });
  expect(readNote(other, pinned)).toEqual({ ok: false, code: 'note_tampered' });
});

test('a key that is not pinned is of no use, also under the name of a pinned one', () => {
  const foreign = signNote(release, stranger);
  expect(readNote(foreign, pinned)).toEqual({ ok: false, code: 'key_unknown' });
  expect(readNote(signNote(release, current), [])).toEqual({ ok: false, code: 'key_unknown' });
  const disguised = changed({}, { signature: JSON.parse(foreign).signature });
  expect(readNote(disguised, pinned)).toEqual({ ok: false, code: 'note_tampered' });
});

test.each([
  '',
  '{',
  'null',
  '<html>Masuk ke jaringan kantor</html>',
  changed({ extra: 1 }),
  changed({ version: '0.2' }),
  changed({ version: '0.2.0\n1' }),
  changed({ files: [] }),
  changed({ files: [{ ...exe, name: '../penghubung.exe' }] }),
  changed({ files: [{ ...exe, name: '/etc/passwd' }] }),
  changed({}, { signature: undefined }),
])('what is no note is not read: %#', (text) => {
  expect(readNote(text, pinned)).toEqual({ ok: false, code: 'note_unreadable' });
});

test('a release that no PC could read is not signed', () => {
  expect(() => signNote({ ...release, version: 'v2' }, current)).toThrow();
});

test('a file is measured as it lies there', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'penghubung-note-'));
  writeFileSync(join(dir, 'file'), 'abc');
  expect(await measureFile(join(dir, 'file'))).toEqual({
    size: 3,
    // FIPS 180-2, appendix C.1.
    sha512:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  });
  rmSync(dir, { recursive: true });
});
