import { expect, test } from 'vitest';
import { schemaVersion } from '../../electron/backend/store/migrate.ts';
import { deskBench, untilSynced } from '../../electron/backend/testing/desk-bench.ts';
import { report } from '../../electron/backend/testing/samples.ts';
import { asOlderVersionLeft, opened } from './folder.ts';

const ID = report(1).id;

test('a folder as the version before left it has older databases, and the update finds every text in them', async () => {
  const bench = await deskBench([report(1)]);
  await untilSynced(bench);
  await bench.client.draft.save({ complaintId: ID, kind: 'follow_up', text: 'Sudah diperiksa' });
  await bench.client.command.submit({
    complaintId: ID,
    body: { kind: 'internal_note', payload: { text: 'Cek lagi' } },
  });
  const versions = (dataDir: string) =>
    (['journal', 'cache'] as const).map((store) => {
      const db = opened(dataDir, `${store}.db`, store);
      const version = schemaVersion(db);
      db.close();
      return version;
    });
  await bench.backend.close();
  const [journal, cache] = versions(bench.dataDir);
  asOlderVersionLeft(bench.dataDir);
  expect(versions(bench.dataDir)).toEqual([Number(journal) - 1, Number(cache) - 1]);

  const again = await bench.reopened();
  await untilSynced(again);
  const view = await again.client.case.get({ id: ID });
  expect(view?.drafts.map(({ text }) => text)).toEqual(['Sudah diperiksa']);
  expect((await again.client.outbox.list()).map(({ text }) => text)).toEqual(['Cek lagi']);
});

test('what the version before could not have written is left as it is', async () => {
  const bench = await deskBench([report(1)]);
  await untilSynced(bench);
  for (const text of ['Satu', 'Dua']) {
    await bench.client.draft.save({ id: crypto.randomUUID(), complaintId: ID, kind: 'follow_up', text });
  }
  await bench.backend.close();
  asOlderVersionLeft(bench.dataDir);
  const again = await bench.reopened();
  await untilSynced(again);
  const view = await again.client.case.get({ id: ID });
  expect(view?.drafts.map(({ text }) => text)).toEqual(['Satu', 'Dua']);
});
