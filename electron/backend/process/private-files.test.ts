import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openToOthers } from '../../../test/support/open-to-others.ts';
import { complaintNo } from '../testing/samples.ts';
import { temporaryFolder, testBackend, untilSynced } from '../testing/test-backend.ts';
import { openBackend } from './backend.ts';

const onUnix = test.skipIf(process.platform === 'win32');

onUnix('whatever the program writes, other users of the PC can read none of it', async () => {
  const before = process.umask(0);
  try {
    const dataDir = join(temporaryFolder(), 'desk');
    await (await openBackend({ dataDir })).close();
    const bench = await testBackend([complaintNo(1)], { dataDir });
    await untilSynced(bench);
    await bench.client.draft.save({ complaintId: complaintNo(1).id, kind: 'follow_up', text: 'Sedang' });
    bench.clock.advance(20_000);
    expect(openToOthers(dataDir)).toEqual([]);
    await bench.backend.close();
    expect(readdirSync(dataDir)).toContain('journal.db.copy-2026-09-07');
    expect(openToOthers(dataDir)).toEqual([]);

    // Restored, everything is written anew.
    writeFileSync(join(dataDir, 'journal.db'), 'noise'.repeat(10_000));
    await untilSynced(await bench.reopened());
    expect(openToOthers(dataDir)).toEqual([]);
  } finally {
    process.umask(before);
  }
});

onUnix('a folder that was found open to others is closed, with all that is in it', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  await bench.backend.close();
  mkdirSync(join(bench.dataDir, 'latihan'), { recursive: true });
  const names = readdirSync(bench.dataDir);
  for (const name of ['.', ...names]) chmodSync(join(bench.dataDir, name), 0o777);
  expect(openToOthers(bench.dataDir).length).toBe(names.length + 1);
  await untilSynced(await bench.reopened());
  expect(openToOthers(bench.dataDir)).toEqual([]);
});
