import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportRow, makeExport } from '../../test/support/excel.ts';
import { kindOf } from './kind.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An archive with one stored file. */
function zip(name: string, content: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), Buffer.from(content)]);
}
const office = (main: string): Buffer =>
  zip('[Content_Types].xml', `<Types><Override ContentType="${main}.main+xml"/></Types>`);
const film = (brand: string): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0${brand}mp42`),
    Buffer.alloc(64),
  ]);

test.each<[string, Buffer, string]>([
  ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0, 0, 0, 0, 0, 0]), 'image/jpeg'],
  ['a picture', readFileSync(join(ROOT, 'build/images/window-light.png')), 'image/png'],
  ['a WebP', Buffer.from('RIFF\x24\0\0\0WEBPVP8 \0\0\0\0'), 'image/webp'],
  ['a photo of an iPhone', film('heic'), 'image/heic'],
  ['a HEIC of another camera', film('mif1'), 'image/heic'],
  ['a burst of an iPhone', film('hevc'), 'image/heic'],
  ['a burst of another camera', film('msf1'), 'image/heic'],
  ['a PDF', Buffer.from('%PDF-1.7\n%%EOF\n'), 'application/pdf'],
  ['a film', film('isom'), 'video/mp4'],
  ['a film of an iPhone', film('M4V '), 'video/mp4'],
  ['a letter', office(WORD), WORD],
])('%s is known by its content', async (_, bytes, type) => {
  expect(await kindOf(bytes)).toBe(type);
});

test('a real workbook is known by its content', async () => {
  expect(await kindOf(readFileSync(await makeExport([exportRow()])))).toBe(EXCEL);
});

test.each<[string, Buffer]>([
  ['a program of Windows', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(512)])],
  ['a program of Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(64)])],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['an archive', zip('readme.txt', 'hello')],
  ['a workbook with macros', office('application/vnd.ms-excel.sheet.macroEnabled')],
  ['a letter with macros', office('application/vnd.ms-word.document.macroEnabled')],
  ['words', Buffer.from('Sudah diperiksa.')],
  ['nothing', Buffer.alloc(0)],
])('%s is not taken', async (_, bytes) => {
  expect(await kindOf(bytes)).toBeNull();
});
