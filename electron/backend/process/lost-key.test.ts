import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOrCreateKey } from '../keys/key-file.ts';
import { complaintNo } from '../testing/samples.ts';
import { type TestBackend, temporaryFolder, testBackend, untilSynced } from '../testing/test-backend.ts';

async function closedBench(): Promise<TestBackend> {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  await bench.client.draft.save({
    complaintId: complaintNo(1).id,
    kind: 'follow_up',
    text: 'Sedang ditulis',
  });
  bench.clock.advance(20_000);
  await bench.backend.close();
  return bench;
}

/** Every file with its bytes, but for the key. */
const contentOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('key'))
    .map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]);

const startOf = ({ dataDir, clock, central }: TestBackend) => testBackend([], { dataDir, clock, central });

const HARMS: readonly (readonly [string, string, (key: string) => void])[] = [
  ['is gone', 'key_missing', (key) => rmSync(key)],
  [
    'is that of another folder',
    'key_wrong',
    (key) => {
      const other = temporaryFolder();
      readOrCreateKey(other);
      copyFileSync(join(other, 'key'), key);
    },
  ],
];

test.each(HARMS)(
  'where the key %s the start stops and touches nothing, and goes on when it is back',
  async (_, code, harm) => {
    const bench = await closedBench();
    const key = join(bench.dataDir, 'key');
    copyFileSync(key, `${key}.safe`);
    harm(key);
    const before = contentOf(bench.dataDir);
    await expect(startOf(bench)).rejects.toMatchObject({ code });
    expect(contentOf(bench.dataDir)).toEqual(before);

    renameSync(`${key}.safe`, key);
    const again = await startOf(bench);
    expect((await again.client.draft.list()).map(({ text }) => text)).toEqual(['Sedang ditulis']);
    expect((await again.client.session.get()).notices).toBeUndefined();
  },
);
