import { expect, test } from 'vitest';
import { USUAL_FIELDS } from '#shared/contract/window/views.ts';
import { complaintNo } from '../testing/samples.ts';
import { testBackend, until, untilSynced } from '../testing/test-backend.ts';

const LAMPS = { id: '01900000-0000-7000-8000-00000000a001', name: 'Lampu', search: 'lampu kec:galang' };
const GALANG = { id: '01900000-0000-7000-8000-00000000a002', name: 'Galang', search: 'kec:galang' };
/** As what says nothing of it is listed. */
const USUAL = { order: 'due', fields: [...USUAL_FIELDS] } as const;
const COMPLAINTS = [
  complaintNo(1, { title: 'Lampu Padam', district: 'Galang' }),
  complaintNo(2, { title: 'Lampu Padam', district: 'Lubuk Pakam' }),
  complaintNo(3, { title: 'Jalan Rusak', district: 'Galang' }),
];

test('own views are kept on this computer, in their order, and survive a restart', async () => {
  const bench = await testBackend();
  expect(await bench.client.views.list()).toEqual([]);
  await bench.client.views.save([LAMPS, GALANG]);
  await bench.client.views.save([GALANG, { ...LAMPS, name: 'Lampu Galang' }]);
  const again = await bench.reopened();
  expect(await again.client.views.list()).toEqual([
    { ...GALANG, ...USUAL },
    { ...LAMPS, name: 'Lampu Galang', ...USUAL },
  ]);
});

test('two views under one id are refused, and those that were there stay', async () => {
  const bench = await testBackend();
  await bench.client.views.save([LAMPS]);
  await expect(bench.client.views.save([GALANG, { ...LAMPS, id: GALANG.id }])).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(await bench.client.views.list()).toEqual([{ ...LAMPS, ...USUAL }]);
});

test('a view keeps its order and what its rows show; one that says nothing of them has the usual ones', async () => {
  const bench = await testBackend();
  const listed = { ...GALANG, order: 'changed' as const, fields: ['place' as const] };
  await bench.client.views.save([LAMPS, listed]);
  expect(await bench.client.views.list()).toEqual([{ ...LAMPS, ...USUAL }, listed]);
});

test('what is searched for comes in the order that is asked for', async () => {
  const bench = await testBackend(COMPLAINTS);
  await untilSynced(bench);
  const found = async (order?: 'changed' | 'due') => {
    const { hits } = await bench.client.queue.search({ text: 'kec:galang', limit: 5, order });
    return hits.map(({ trackingId }) => trackingId);
  };
  await until(async () => (await found()).length === 2);
  expect(await found('due')).toEqual(['7000003', '7000001']);
  expect(await found('changed')).toEqual(['7000001', '7000003']);
});

test('each saved view is counted live; one that cannot be understood counts nothing', async () => {
  const bench = await testBackend(COMPLAINTS);
  await untilSynced(bench);
  await bench.client.views.save([LAMPS, GALANG, { ...GALANG, id: crypto.randomUUID(), search: 'kota:x' }]);
  const counts = async () => Object.values(await bench.client.views.counts()).map(({ count }) => count);
  await until(async () => (await counts())[0] === 1);
  expect(await counts()).toEqual([1, 2, 0]);
  expect((await bench.client.views.counts())[GALANG.id]).toEqual({ count: 2, more: false });
});

test('a name that is empty and a view too many are not taken', async () => {
  const { client } = await testBackend();
  await expect(client.views.save([{ ...LAMPS, name: '' }])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const many = Array.from({ length: 21 }, () => ({ ...LAMPS, id: crypto.randomUUID() }));
  await expect(client.views.save(many)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
