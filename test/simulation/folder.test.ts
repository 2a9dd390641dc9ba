import { expect, test } from 'vitest';
import { complaintNo } from '../../electron/backend/testing/samples.ts';
import { testBackend, untilSynced } from '../../electron/backend/testing/test-backend.ts';
import { asOtherVersionLeft } from './folder.ts';

const ID = complaintNo(1).id;

test('after an update the cache of another version is pulled again, and every text is there', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  await bench.client.draft.save({ complaintId: ID, kind: 'follow_up', text: 'Sudah diperiksa' });
  await bench.client.command.submit({
    complaintId: ID,
    body: { kind: 'internal_note', payload: { text: 'Cek lagi' } },
  });
  await bench.backend.close();
  asOtherVersionLeft(bench.dataDir);

  const again = await bench.reopened();
  expect(again.logged.map(({ message }) => message)).toContain('the cache is pulled again');
  await untilSynced(again);
  const view = await again.client.case.get({ id: ID });
  expect(view?.drafts.map(({ text }) => text)).toEqual(['Sudah diperiksa']);
  expect((await again.client.outbox.list()).map(({ text }) => text)).toEqual(['Cek lagi']);
});
