import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeHostNote, writeHostNote } from '#shared/node/host-note.ts';
import { startAddress } from './start-address.ts';

const NOTE = { origin: 'http://127.0.0.1:4100', processKey: 'a-key-of-forty-three-characters-in-length-0' };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-note-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('whoever may read the folder gets an address of its own each time, while the host runs', () => {
  expect(startAddress(dir)).toBeNull();
  writeHostNote(dir, NOTE);
  const [first, second] = [startAddress(dir), startAddress(dir)];
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:4100\/#start=[\d]+\.[\w-]{12}~[\w-]{43}$/);
  expect(second).not.toBe(first);
  expect(first).not.toContain(NOTE.processKey);
  removeHostNote(dir);
  expect(startAddress(dir)).toBeNull();
});

test('a note that was cut off by a power failure gives no address', () => {
  writeFileSync(join(dir, 'host-address'), '{"origin":"http://127.');
  expect(startAddress(dir)).toBeNull();
});

test.runIf(process.platform !== 'win32')('no other user of the PC can read the note', () => {
  writeFileSync(join(dir, 'host-address'), '', { mode: 0o666 });
  writeHostNote(dir, NOTE);
  expect(statSync(join(dir, 'host-address')).mode & 0o777).toBe(0o600);
});
