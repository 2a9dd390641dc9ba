import { expect, test } from 'vitest';
import { complaintNo } from '../testing/samples.ts';
import { testBackend, untilSynced } from '../testing/test-backend.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';
const draft = (text: string) => ({ complaintId: complaintNo(1).id, kind: 'follow_up', text }) as const;

test('where the officer writes is kept with the text, or alone, also over a restart', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  expect(await bench.client.draft.place()).toBeNull();
  await bench.client.draft.save({ ...draft('Sedang'), id: ID, caret: { from: 6, to: 6 } });
  expect(await bench.client.draft.place()).toMatchObject({
    draft: { id: ID, text: 'Sedang' },
    caret: { from: 6, to: 6 },
  });
  await bench.client.draft.moveCaret({ id: ID, caret: { from: 0, to: 3 } });
  // A text that is saved from elsewhere moves nobody.
  await bench.client.draft.save({ ...draft('Lain'), id: OTHER });
  const again = await bench.reopened();
  expect(await again.client.draft.place()).toMatchObject({ draft: { id: ID }, caret: { from: 0, to: 3 } });
});

test('a field that was left, a draft that is gone and one that is not begun are no places', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const { draft: api } = bench.client;
  await api.moveCaret({ id: ID, caret: { from: 0, to: 0 } });
  expect(await api.place()).toBeNull();
  await api.save({ ...draft('Sedang'), id: ID, caret: { from: 6, to: 6 } });
  await api.moveCaret({ id: ID, caret: null });
  expect(await api.place()).toBeNull();
  await api.save({ ...draft('Sedang'), id: ID, caret: { from: 6, to: 6 } });
  await api.remove({ id: ID });
  expect(await api.place()).toBeNull();
});
