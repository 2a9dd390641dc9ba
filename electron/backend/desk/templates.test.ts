import { expect, test } from 'vitest';
import { deskBench, until, untilSynced } from '../testing/desk-bench.ts';

test('an officer’s own templates are kept in the journal, by name, changed and thrown away', async () => {
  const { client } = await deskBench([]);
  expect(await client.template.list()).toEqual([]);
  await client.template.save({ name: 'Survei', text: 'Disurvei {tanggal}.' });
  await client.template.save({ name: ' Aspal ', text: 'Diaspal.' });
  const [aspal, survei] = await client.template.list();
  expect([aspal?.name, survei?.name]).toEqual(['Aspal', 'Survei']);

  await client.template.save({ id: aspal?.id ?? '', name: 'Tambal', text: 'Ditambal.' });
  await client.template.remove({ id: survei?.id ?? '' });
  expect(await client.template.list()).toEqual([{ id: aspal?.id, name: 'Tambal', text: 'Ditambal.' }]);
  await expect(client.template.save({ name: ' ', text: 'x' })).rejects.toThrow();
});

test('no more than two hundred, and a full list can still be changed', async () => {
  const { client } = await deskBench([]);
  for (let n = 0; n < 200; n++) await client.template.save({ name: `T${n}`, text: 'x' });
  expect(await client.template.save({ name: 'lebih', text: 'x' })).toEqual({ ok: false });
  const [first] = await client.template.list();
  expect(await client.template.save({ id: first?.id ?? '', name: 'T0', text: 'y' })).toEqual({ ok: true });
});

test('templates of the office come with the feed, are there without a connection', async () => {
  const bench = await deskBench([]);
  await untilSynced(bench);
  const sent = [{ id: 't', name: 'Survei', text: 'Disurvei {tanggal}.', everywhere: false }];
  bench.central.setReference({ name: 'templates', value: sent });
  await until(async () => (await bench.client.template.office()).length > 0);
  bench.central.faults.changes.push({ code: 'unreachable' });
  const again = await bench.reopened();
  expect(await again.client.template.office()).toEqual(sent);
});
