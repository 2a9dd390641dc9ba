import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldersOf, parseShellArguments } from './arguments.ts';

test('the own options are found among those of Electron and Chromium', () => {
  const args = [
    '.',
    '--no-sandbox',
    '--data',
    '/d',
    '--demo',
    '--hidden',
    '--join-url',
    'http://127.0.0.1:1',
    '--join-name',
    'N',
  ];
  expect(parseShellArguments(args, { PENGHUBUNG_JOIN_CODE: 'X' })).toEqual({
    dataDir: '/d',
    demo: true,
    hidden: true,
    join: { centralUrl: 'http://127.0.0.1:1', code: 'X', name: 'N' },
  });
});

test('an installed app starts without any option', () => {
  expect(parseShellArguments([], {})).toEqual({ dataDir: null, demo: false, hidden: false, join: null });
});

test('a code without an address, or an address without a code, joins nothing', () => {
  expect(parseShellArguments([], { PENGHUBUNG_JOIN_CODE: 'X' }).join).toBeNull();
  expect(parseShellArguments(['--join-url', 'http://127.0.0.1:1'], {}).join).toBeNull();
});

test('data in a folder of its own take the shell’s files with them', () => {
  const args = parseShellArguments(['--data', '/d'], {});
  expect(foldersOf(args, '/home/u')).toEqual({ backend: '/d', shell: join('/d', 'shell') });
  expect(foldersOf({ ...args, dataDir: null }, '/home/u')).toEqual({
    backend: join('/home/u', 'desk'),
    shell: '/home/u',
  });
});
