import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDictionary } from './spelling.ts';

let dir: string;
let system: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-spelling-'));
  system = join(dir, 'system.bdic');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const own = () => join(dir, 'Dictionaries/id-ID-3-0.bdic');

test('Windows and macOS have dictionaries of their own', () => {
  expect([findDictionary('win32', dir, []), findDictionary('darwin', dir, [])]).toEqual([true, true]);
});

test('on Linux the system’s dictionary is taken along, and a newer one of it too', () => {
  expect(findDictionary('linux', dir, [system])).toBe(false);
  for (const words of ['old', 'new']) {
    writeFileSync(system, words);
    expect(findDictionary('linux', dir, [join(dir, 'absent'), system])).toBe(true);
    expect(readFileSync(own(), 'utf8')).toBe(words);
  }
});

test('one that was laid into the shell’s folder itself counts as well', () => {
  mkdirSync(join(dir, 'Dictionaries'));
  writeFileSync(own(), 'x');
  expect(findDictionary('linux', dir, [system])).toBe(true);
});

test('a folder that takes nothing costs the spelling, not the start', () => {
  writeFileSync(system, 'x');
  writeFileSync(join(dir, 'Dictionaries'), 'a file in its place');
  expect(findDictionary('linux', dir, [system])).toBe(false);
  expect(existsSync(own())).toBe(false);
});
