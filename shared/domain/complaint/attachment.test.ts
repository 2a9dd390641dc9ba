import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ATTACHMENT_TYPES, MAX_NAME_BYTES, MAX_NAME_LENGTH, safeName } from './attachment.ts';

test.each([
  ['foto lokasi.JPG', 'image/jpeg', 'foto lokasi.jpg'],
  ['surat.pdf', 'application/pdf', 'surat.pdf'],
  // What the content is, the ending says.
  ['program.exe', 'image/jpeg', 'program.exe.jpg'],
  ['..\\..\\windows\\system32\\foto.png', 'image/png', 'foto.png'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['\u202egpj.exe.jpg', 'image/jpeg', 'gpj.exe.jpg'],
  ['\u0000\u0007\u200b.png', 'image/png', 'png.png'],
  ['', 'video/mp4', 'lampiran.mp4'],
  ['CON', 'image/png', 'lampiran CON.png'],
  ['nul.png', 'image/png', 'lampiran nul.png'],
  ['a:b*c?.webp', 'image/webp', 'a_b_c_.webp'],
  ['  titik... .jpeg', 'image/jpeg', 'titik.jpeg'],
] as const)('%j as %s is called %j', (name, type, safe) => {
  expect(safeName(name, type)).toBe(safe);
});

test('a name of 255 bytes is cut between characters and keeps its ending', () => {
  const name = safeName(`${'😀'.repeat(70)}.heic`, 'image/heic');
  expect(name.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
  expect(name).toMatch(/^(😀)+\.heic$/u);
});

test('a name in a script of three bytes each is cut to what a file system takes', () => {
  const name = safeName(`${'報'.repeat(119)}.jpg`, 'image/jpeg');
  expect(name).toBe(`${'報'.repeat(83)}.jpg`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_NAME_BYTES);
});

test('whatever comes, the name is safe, and safe names stay as they are', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(...ATTACHMENT_TYPES),
      (name, type) => {
        const safe = safeName(name, type);
        expect(safe.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(MAX_NAME_BYTES);
        expect(safe).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+\.[a-z0-9]+$/u);
        expect(safe.isWellFormed()).toBe(true);
        expect(safeName(safe, type)).toBe(safe);
      },
    ),
  );
});
