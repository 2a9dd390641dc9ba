import { expect, test } from 'vitest';
import type { StoredFile } from '../../store/journal/file-table.ts';
import { stored } from '../../testing/stored-command.ts';
import { chooseFile } from './next-file.ts';

const NOW = 1_000_000;
const FILE: StoredFile = {
  id: 5,
  sha256: 'a'.repeat(64),
  type: 'image/jpeg',
  size: 300,
  state: 'here',
  uploadUrl: null,
  uploaded: 0,
};
const GO = { do: 'file', id: 5, size: 300, url: null };

const waiting = stored(1, { upload: { sent: 0, total: 300 } });

test('the first file goes, also within the time of undo of its own text', () => {
  expect(chooseFile([waiting], [FILE], [], NOW)).toEqual(GO);
  expect(chooseFile([{ ...waiting, heldUntil: NOW + 9_000 }], [FILE], [], NOW)).toEqual(GO);
});

test('a text that is ready passes, whenever it was composed', () => {
  expect(chooseFile([waiting, stored(2)], [FILE], [], NOW)).toEqual({ do: 'yield' });
});

test('a text composed before, and still to be taken back, holds the file; one composed later does not', () => {
  const held = stored(2, { heldUntil: NOW + 4_000 });
  expect(chooseFile([held, waiting], [FILE], [], NOW)).toEqual({ do: 'hold', until: NOW + 4_000 });
  expect(chooseFile([waiting, held], [FILE], [], NOW)).toEqual(GO);
});

test('a text that the central service will not have for minutes holds nothing', () => {
  expect(chooseFile([stored(2, { notBefore: NOW + 300_000 }), waiting], [FILE], [], NOW)).toEqual(GO);
});

test('what follows a waiting text on its complaint is not ready', () => {
  expect(chooseFile([waiting, stored(1)], [FILE], [], NOW)).toEqual(GO);
});

test('without a file there is nothing to do', () => {
  expect(chooseFile([stored(1)], [], [], NOW)).toEqual({ do: 'nothing' });
});

test('files that did not come through go after the others, the one that tried last at the end', () => {
  const files = [1, 2, 3].map((id) => ({ ...FILE, id }));
  const next = (passed: readonly number[]) => chooseFile([waiting], files, passed, NOW);
  expect(next([])).toMatchObject({ id: 1 });
  expect(next([1])).toMatchObject({ id: 2 });
  expect(next([1, 2])).toMatchObject({ id: 3 });
  expect(next([2, 3, 1])).toMatchObject({ id: 2 });
});
