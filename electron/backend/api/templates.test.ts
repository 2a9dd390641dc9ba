import { expect, test } from 'vitest';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { templateSubject } from '#shared/domain/commands/spec/office-templates.ts';
import { RINA } from '../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';
import { UNDO_MS } from './commands.ts';

test('an officer’s own templates are kept in the journal, by name, changed and thrown away', async () => {
  const { client } = await testBackend([]);
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

test('no more than two hundred templates are kept, and a full list can still be changed', async () => {
  const { client } = await testBackend([]);
  for (let n = 0; n < 200; n++) await client.template.save({ name: `T${n}`, text: 'x' });
  expect(await client.template.save({ name: 'lebih', text: 'x' })).toEqual({ ok: false });
  const [first] = await client.template.list();
  expect(await client.template.save({ id: first?.id ?? '', name: 'T0', text: 'y' })).toEqual({ ok: true });
});

test('templates of the office come with the feed, are there without a connection', async () => {
  const bench = await testBackend([]);
  await untilSynced(bench);
  const sent = [{ id: 't', name: 'Survei', text: 'Disurvei {tanggal}.', everywhere: false }];
  bench.central.setReference({ name: 'templates', value: sent });
  await until(async () => (await bench.client.template.office()).length > 0);
  bench.central.faults.changes.push({ code: 'unreachable' });
  const again = await bench.reopened();
  expect(await again.client.template.office()).toEqual(sent);
});

const submit = ({ client }: TestBackend, body: CommandBody) =>
  client.command.submit({ complaintId: null, body });
const share = (text: string): CommandBody => ({ kind: 'share_template', payload: { name: 'Survei', text } });
const WITHDRAW: CommandBody = { kind: 'withdraw_template', payload: { name: 'survei' } };
const texts = async ({ client }: TestBackend) => (await client.template.office()).map(({ text }) => text);
/** The time of undo passes, and that of every attempt. */
const sent = ({ clock, client }: TestBackend) =>
  until(async () => {
    clock.advance(UNDO_MS);
    return (await client.sync.status()).undelivered === 0;
  });

test('a shared template is there at once and after a start, and is sent once, in its order', async () => {
  const bench = await testBackend([]);
  await untilSynced(bench);
  expect(await submit(bench, share('Disurvei.'))).toMatchObject({ ok: true });
  await submit(bench, WITHDRAW);
  await submit(bench, share('Kami survei.'));
  expect(await texts(bench)).toEqual(['Kami survei.']);
  const again = await bench.reopened();
  expect(await texts(again)).toEqual(['Kami survei.']);
  again.central.faults.commands.push({ lost: true });
  await sent(again);
  expect(again.central.executed).toHaveLength(3);
  expect(again.central.templates).toMatchObject([{ name: 'Survei', text: 'Kami survei.' }]);
  expect(await texts(again)).toEqual(['Kami survei.']);
});

test('undo takes a shared template back before it leaves', async () => {
  const bench = await testBackend([]);
  await untilSynced(bench);
  const shared = await submit(bench, share('Disurvei.'));
  if (!shared.ok) throw new Error(shared.code);
  expect(await bench.client.command.withdraw({ id: shared.id })).toEqual({ ok: true, draft: null });
  expect(await texts(bench)).toEqual([]);
  await sent(bench);
  expect(bench.central.executed).toEqual([]);
});

test('what the central service refuses is taken off the list of templates, is kept with its text, and is no complaint', async () => {
  const bench = await testBackend([]);
  await untilSynced(bench);
  await submit(bench, share('Disurvei.'));
  bench.central.officer = { ...RINA, role: 'pelaksana' };
  await sent(bench);
  expect(await texts(bench)).toEqual([]);
  const again = await bench.reopened();
  const [refused] = await again.client.outbox.list();
  expect(refused).toMatchObject({
    title: 'Survei',
    text: 'Disurvei.',
    delivery: { state: 'refused', code: 'forbidden' },
  });
  expect(await again.client.case.get({ id: templateSubject('Survei') })).toBeNull();
  expect(await again.client.command.discard({ id: refused?.id ?? '' })).toEqual({ ok: true });
  expect(await again.client.outbox.list()).toEqual([]);
});

test('who may not share is told so at once', async () => {
  const central = (await testBackend([])).central;
  central.officer = { ...RINA, role: 'pelaksana' };
  const bench = await testBackend([], { central });
  expect(await submit(bench, share('Disurvei.'))).toEqual({ ok: false, code: 'forbidden' });
});
