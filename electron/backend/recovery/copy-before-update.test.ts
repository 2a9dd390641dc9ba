import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOrCreateKey } from '../keys/key-file.ts';
import { openToRead } from '../store/open-database.ts';
import { complaintNo } from '../testing/samples.ts';
import { testBackend, untilSynced } from '../testing/test-backend.ts';

const COPY = 'journal.db.copy-update';

test('before an update the journal is copied whole, over the copy before the last one', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  expect(bench.backend.prepareUpdate()).toBe('copied');
  await bench.client.draft.save({ complaintId: complaintNo(1).id, kind: 'follow_up', text: 'Ditambal.' });
  bench.clock.advance(30_000);
  expect(bench.backend.prepareUpdate()).toBe('copied');

  const key = readOrCreateKey(bench.dataDir);
  if (!key.ok) throw new Error(key.code);
  const opened = openToRead(join(bench.dataDir, COPY), key.key);
  if (!opened.ok) throw new Error(opened.code);
  expect(opened.db.prepare('SELECT text FROM draft').pluck().all()).toEqual(['Ditambal.']);
  opened.db.close();
});

test('while a text is being written nothing is prepared', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  await bench.client.draft.save({ complaintId: complaintNo(1).id, kind: 'follow_up', text: 'Ditam' });
  bench.clock.advance(29_999);
  expect(bench.backend.prepareUpdate()).toBe('writing');
  expect(existsSync(join(bench.dataDir, COPY))).toBe(false);
});

test('a copy that cannot be made is said, and the journal goes on', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  mkdirSync(join(bench.dataDir, COPY, 'in-the-way'), { recursive: true });
  expect(bench.backend.prepareUpdate()).toBe('copy_failed');
  await bench.client.draft.save({ complaintId: complaintNo(1).id, kind: 'follow_up', text: 'Ditambal.' });
  expect(bench.logged).toContainEqual({
    level: 'warn',
    message: 'the journal could not be copied before an update',
  });
});
