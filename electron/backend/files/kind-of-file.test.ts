import { expect, test } from 'vitest';
import { isoMedia, jpeg, officeDocument, pdf, png, windowsProgram } from '../testing/sample-files.ts';
import { kindOfFile } from './kind-of-file.ts';

const webp = Buffer.from('RIFF\x1a\0\0\0WEBPVP8 \x0e\0\0\0', 'latin1');

test.each([
  ['a photo', jpeg(), 'image/jpeg'],
  ['a screenshot', png(), 'image/png'],
  ['a photo from the web', webp, 'image/webp'],
  ['a photo of a telephone', isoMedia('heic'), 'image/heic'],
  ['a scan', pdf(), 'application/pdf'],
  [
    'a letter',
    officeDocument('word/document.xml'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'a table',
    officeDocument('xl/workbook.xml'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['a photo of another camera', isoMedia('mif1'), 'image/heic'],
  ['a burst of a telephone', isoMedia('hevc'), 'image/heic'],
  ['a burst of another camera', isoMedia('msf1'), 'image/heic'],
  ['a film', isoMedia('mp42'), 'video/mp4'],
  ['a film of a telephone of Apple', isoMedia('M4V '), 'video/mp4'],
])('%s is known by its content', async (_, bytes, type) => {
  expect(await kindOfFile(bytes)).toEqual({ ok: true, type });
});

test.each([
  ['a program of Windows', windowsProgram()],
  ['a program of Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(60)])],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf ~\n')],
])('%s is a program, whatever its name says', async (_, bytes) => {
  expect(await kindOfFile(bytes)).toEqual({ ok: false, code: 'program' });
});

test.each([
  ['a text', Buffer.from('halo')],
  ['a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a drawing that can run a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['an archive', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(40)])],
  ['nothing', Buffer.alloc(0)],
])('%s is not taken', async (_, bytes) => {
  expect(await kindOfFile(bytes)).toEqual({ ok: false, code: 'type_not_taken' });
});
