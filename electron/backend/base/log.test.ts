import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/test-backend.ts';
import { fileLog } from './log.ts';

test('a line stands in the file when the call returns', () => {
  const folder = temporaryFolder();
  fileLog(folder).warn({ code: 'x' }, 'something happened');
  expect(readFileSync(join(folder, 'log/backend.log'), 'utf8')).toContain('something happened');
});

test.skipIf(!existsSync('/dev/full'))('a full disk loses lines of the log and nothing else', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'log'));
  symlinkSync('/dev/full', join(folder, 'log/backend.log'));
  const log = fileLog(folder);
  for (let n = 0; n < 3; n++) log.error({ n }, 'no room for this');
});

test('a log that cannot be written keeps nobody from working', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'log'), 'a file where the folder would be');
  const log = fileLog(folder);
  for (let n = 0; n < 3; n++) log.error({ n }, 'nobody reads this');
  expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('a file where the folder would be');
});
