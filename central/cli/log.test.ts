import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { openLog } from './log.ts';

const LIMITS = { bytes: 2_000, kept: 2 };
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const rightsOf = (file: string): number => statSync(file).mode & 0o777;

test('a log file is turned over by its size, so many older ones are kept, and only its owner reads them', async () => {
  const file = join(temporaryFolder(), 'catatan', 'layanan.log');
  const { log, close } = await openLog(file, LIMITS);
  for (let n = 0; n < 200; n++) log.info({ n }, 'x');
  await close();

  const folder = join(file, '..');
  expect(readdirSync(folder).sort()).toEqual(['layanan.log', 'layanan.log.1', 'layanan.log.2']);
  const files = [`${file}.2`, `${file}.1`, file];
  for (const each of files) {
    expect(statSync(each).size).toBeLessThan(LIMITS.bytes + 200);
    expect(rightsOf(each)).toBe(0o600);
  }
  expect(rightsOf(folder)).toBe(0o700);
  // Nothing between them is lost, up to the last line.
  const numbers = files.flatMap((each) => (statSync(each).size === 0 ? [] : linesOf(each).map(({ n }) => n)));
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => 200 - numbers.length + i));
});

test('a log file that is there is gone on with, and closed to others', async () => {
  const file = join(temporaryFolder(), 'layanan.log');
  for (const found of [file, `${file}.1`]) {
    writeFileSync(found, '{"msg":"before"}\n');
    chmodSync(found, 0o644);
  }
  const { log, close } = await openLog(file, LIMITS);
  log.info('after');
  await close();
  expect(linesOf(file)).toMatchObject([{ msg: 'before' }, { msg: 'after' }]);
  expect([rightsOf(file), rightsOf(`${file}.1`)]).toEqual([0o600, 0o600]);
});

test('a folder is no log file, and keeps its rights', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  await expect(openLog(folder, LIMITS)).rejects.toThrow('tidak dapat ditulis');
  expect(rightsOf(folder)).toBe(0o755);
});

test('a log file that cannot be written any more does not end the service', async () => {
  const file = join(temporaryFolder(), 'layanan.log');
  const { log, close } = await openLog(file, { ...LIMITS, kept: 1 });
  // The older one cannot be put there.
  mkdirSync(join(`${file}.1`, 'x'), { recursive: true });
  for (let n = 0; n < 50; n++) log.info({ n }, 'x');
  await close();
  log.info('goes on');
  await close();
});
