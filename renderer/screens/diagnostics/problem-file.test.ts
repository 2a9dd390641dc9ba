import { expect, test } from 'vitest';
import { problemFile } from './problem-file.ts';

test('what is saved is every file as it was shown, one after the other', () => {
  const files = [
    { name: 'komputer.txt', text: 'system: linux' },
    { name: 'backend.log', text: 'satu\ndua\n' },
  ];
  expect(problemFile(files, '2026-11-30T08:00:00.000Z')).toEqual({
    name: 'penghubung-masalah-2026-11-30.txt',
    type: 'text/plain;charset=utf-8',
    content: '===== komputer.txt =====\nsystem: linux\n\n===== backend.log =====\nsatu\ndua\n',
  });
});
