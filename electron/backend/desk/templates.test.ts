import { expect, test } from 'vitest';
import { deskBench } from '../testing/desk-bench.ts';

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
