import { expect, test } from 'vitest';
import { lockProblems } from './lock-file.ts';

const lock = (entry: object) => JSON.stringify({ packages: { '': { name: 'x' }, 'node_modules/a': entry } });

test('a package with its checksum and nothing else fits every registry', () => {
  expect(lockProblems(lock({ version: '1.0.0', integrity: 'sha512-x' }))).toEqual([]);
});

test('a host in the lock file is found, and a missing checksum', () => {
  expect(lockProblems(lock({ integrity: 'sha512-x', resolved: 'https://mirror.example/a.tgz' }))).toEqual([
    'node_modules/a: names where it came from (https://mirror.example/a.tgz)',
  ]);
  expect(lockProblems(lock({ version: '1.0.0' }))).toEqual(['node_modules/a: has no checksum']);
});
