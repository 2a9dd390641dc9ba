import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PRINT_CHANNEL, SAVE_PDF_CHANNEL } from './channels.ts';
import { whyNotWritten } from './letters/write-whole.ts';
import { openLetters } from './open-letters.ts';
import { BrowserWindow, dialog, ipcMain, resetElectron } from './testing/electron.ts';

const OWN = { origin: 'app://penghubung', parent: null };
const LETTER = { number: '9300431', confidential: false, internal: false, language: 'id' };
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-letter-'));
  resetElectron(join(dir, 'user'));
  new BrowserWindow({});
  openLetters();
});
afterEach(() => rmSync(dir, { recursive: true }));

const contents = () => {
  const [window] = BrowserWindow.opened;
  if (window === undefined) throw new Error('no window');
  return window.webContents;
};
const save = (letter: unknown = LETTER) => ipcMain.invokeFromPage(SAVE_PDF_CHANNEL, OWN, letter);
const print = () => ipcMain.invokeFromPage(PRINT_CHANNEL, OWN);

test('a PDF is put where the officer says, whole, and nothing else is left there', async () => {
  const path = join(dir, 'x.pdf');
  writeFileSync(path, 'older');
  // A second name shows whether the old file was written over while the new one grew.
  linkSync(path, join(dir, 'old.pdf'));
  dialog.places = [path];
  expect(await save()).toBe('saved');
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  expect(readdirSync(dir).map((name) => [name, read(name)])).toEqual([
    ['old.pdf', 'older'],
    ['x.pdf', '%PDF-1.4'],
  ]);
  expect(dialog.proposed[0]).toMatch(/laporan-9300431\.pdf$/);
  // The next one is proposed for the same folder.
  expect(await save({ ...LETTER, internal: true })).toBe('put_off');
  expect(dialog.proposed[1]).toBe(join(dir, 'laporan-9300431-internal.pdf'));
  expect(await save({ ...LETTER, number: '' })).toBe('put_off');
  expect(dialog.proposed[2]).toBe(join(dir, 'laporan.pdf'));
});

test('the foot of each page says which report it is and who may read it, in the officer’s language', async () => {
  await save({ ...LETTER, confidential: true, internal: true });
  await save({ number: 'K-20931', confidential: false, internal: false, language: 'en' });
  const text = (foot: string) => foot.replace(/<[^>]*>/g, '|');
  expect(contents().foots.map(text)).toEqual([
    '||Laporan 9300431 · RAHASIA · HANYA UNTUK OPD||Halaman || dari ||||',
    '||Report K-20931||Page || of ||||',
  ]);
});

test('what cannot be written changes nothing and says why', async () => {
  mkdirSync(join(dir, 'a folder.pdf'));
  dialog.places = [join(dir, 'gone', 'x.pdf'), join(dir, 'a folder.pdf')];
  expect([await save(), await save()]).toEqual(['no_access', 'no_access']);
  expect(readdirSync(dir)).toEqual(['a folder.pdf']);
  contents().pdf = null;
  expect(await save()).toBe('not_made');
});

test.each([
  ['a full disk', 'ENOSPC', false, 'disk_full'],
  ['a used up share of the disk', 'EDQUOT', false, 'disk_full'],
  ['a file that another program of Windows holds', 'EPERM', true, 'in_use'],
  ['a file that is locked', 'EBUSY', true, 'in_use'],
  ['a folder without permission', 'EPERM', false, 'no_access'],
  ['a disk that may only be read', 'EROFS', false, 'no_access'],
])('%s is named as what it is', (_what, code, grown, outcome) => {
  expect(whyNotWritten(code, grown)).toBe(outcome);
});

test('printing says what became of it', async () => {
  expect(await print()).toBe('no_printer');
  contents().printers = ['Canon'];
  expect(await print()).toBe('printed');
  contents().refusal = 'Print job canceled';
  expect(await print()).toBe('put_off');
  contents().refusal = 'Print job failed';
  expect(await print()).toBe('not_taken');
});

test.each([
  ['a frame inside the page', { origin: 'app://penghubung', parent: {} }],
  ['another origin', { origin: 'https://evil.example', parent: null }],
  ['a frame that is gone', null],
])('%s prints nothing and saves nothing', async (_who, frame) => {
  contents().printers = ['Canon'];
  expect(await ipcMain.invokeFromPage(PRINT_CHANNEL, frame)).toBeNull();
  expect(await ipcMain.invokeFromPage(SAVE_PDF_CHANNEL, frame, LETTER)).toBeNull();
  expect([dialog.proposed, contents().foots]).toEqual([[], []]);
});

test('other words than those of the channel print nothing and save nothing', async () => {
  contents().printers = ['Canon'];
  expect(await ipcMain.invokeFromPage(PRINT_CHANNEL, OWN, { silent: true })).toBeNull();
  expect(await ipcMain.invokeFromPage(SAVE_PDF_CHANNEL, OWN)).toBeNull();
  expect(await ipcMain.invokeFromPage(SAVE_PDF_CHANNEL, OWN, LETTER, LETTER)).toBeNull();
  const wrong = [
    null,
    'x.pdf',
    [LETTER],
    { ...LETTER, number: '../../x' },
    { ...LETTER, number: '<img src=x>' },
    { ...LETTER, number: 9300431 },
    { ...LETTER, language: 'de' },
    { ...LETTER, path: '/tmp/x.pdf' },
    { number: '9300431' },
  ];
  for (const letter of wrong) expect(await save(letter), JSON.stringify(letter)).toBeNull();
  expect([dialog.proposed, contents().foots]).toEqual([[], []]);
});
