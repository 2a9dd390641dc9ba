import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { complaintNo, MONDAY, RINA, TOGAR } from '../testing/samples.ts';
import { ScriptedCentral } from '../testing/scripted-central.ts';
import { testBackend, until, untilSynced } from '../testing/test-backend.ts';

test('another officer cannot take over a journal, the same one may enrol anew', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  await bench.client.draft.save({ complaintId: complaintNo(1).id, kind: 'follow_up', text: 'Punya Rina' });
  const enrol = () =>
    bench.client.session.enrol({ centralUrl: 'https://lain.invalid', code: 'K', name: 'x' });
  bench.central.enrolAnswer = { ok: true, token: 't', officer: TOGAR };
  expect(await enrol()).toEqual({ ok: false, code: 'other_officer' });
  expect(await bench.client.session.get()).toMatchObject({
    officer: RINA,
    centralUrl: 'https://pusat.invalid',
    demo: false,
  });
  bench.central.enrolAnswer = { ok: false, code: 'bad_code' };
  expect(await enrol()).toEqual({ ok: false, code: 'bad_code' });
  bench.central.enrolAnswer = { ok: true, token: 't2', officer: RINA };
  expect(await enrol()).toEqual({ ok: true, officer: RINA });
  expect((await bench.client.session.get()).centralUrl).toBe('https://lain.invalid');
  expect((await bench.client.queue.counts()).drafts).toBe(1);
});

test('an officer who moves to another agency no longer holds the complaints of the old one', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const moved = { ...RINA, agency: { id: 'opd-2', name: 'Dinas Sosial' } };
  bench.central.officer = moved;
  bench.central.enrolAnswer = { ok: true, token: 't2', officer: moved };
  bench.central.faults.changes.push({ code: 'unreachable' }, { code: 'unreachable' });
  await bench.client.session.enrol({ centralUrl: 'https://pusat.invalid', code: 'K', name: 'x' });
  expect((await bench.client.queue.counts()).all).toBe(0);
  expect(await bench.client.case.get({ id: complaintNo(1).id })).toBeNull();
});

test('an address that is no web address is not the central service', async () => {
  const bench = await testBackend();
  const enrol = bench.client.session.enrol({ centralUrl: 'ftp://pusat.invalid', code: 'K', name: 'x' });
  expect(await enrol).toEqual({ ok: false, code: 'not_central' });
});

test('a start without a connection keeps trying to enrol, and answers all the while', async () => {
  const clock = manualClock(MONDAY);
  const central = new ScriptedCentral(clock.now);
  central.enrolAnswer = { ok: false, code: 'unreachable' };
  const bench = await testBackend([complaintNo(1)], { clock, central });
  await until(() => bench.logged.some(({ message }) => message === 'not enrolled'));
  expect(await bench.client.session.get()).toMatchObject({ officer: null, centralUrl: null, demo: false });
  central.enrolAnswer = null;
  await until(async () => {
    clock.advance(500);
    return (await bench.client.session.get()).officer !== null;
  });
  await until(async () => (await bench.client.queue.counts()).all === 1);
});

test('the first page needs no network', async () => {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  bench.central.faults.changes.push({ code: 'unreachable' });
  const again = await bench.reopened();
  const page = await again.client.queue.page({ view: 'all', after: null, limit: 50 });
  expect(page).toMatchObject({ total: 2, groups: [{ urgency: 'later', count: 2 }] });
  expect(page.rows.map((row) => row.id)).toEqual([complaintNo(2).id, complaintNo(1).id]);
  await until(async () => (await again.client.sync.status()).phase === 'idle');
  expect((await again.client.sync.status()).online).toBe(false);
});

test('every procedure answers as the contract says on an empty desk', async () => {
  const bench = await testBackend();
  const { client } = bench;
  await untilSynced(bench);
  expect(await client.queue.counts()).toEqual({
    today: 0,
    late: 0,
    first_answer: 0,
    in_process: 0,
    replied: 0,
    approval: 0,
    to_publish: 0,
    drafts: 0,
    done: 0,
    all: 0,
    outbox: 0,
    attention: 0,
  });
  expect(await client.queue.search({ text: 'apa saja', limit: 10 })).toEqual({ hits: [], more: false });
  expect(await client.queue.page({ view: 'all', after: null, limit: 10 })).toEqual({
    rows: [],
    next: null,
    total: 0,
    groups: [],
  });
  expect((await client.reference.get()).rules.length).toBeGreaterThan(0);
  expect(await client.outbox.list()).toEqual([]);
  expect(await client.settings.get()).toEqual({
    language: 'id',
    theme: 'system',
    metered: 'no',
    tour: 'due',
  });
  expect(await client.settings.set({ theme: 'dark' })).toEqual({
    language: 'id',
    theme: 'dark',
    metered: 'no',
    tour: 'due',
  });
  expect(await (await bench.reopened()).client.settings.get()).toEqual({
    language: 'id',
    theme: 'dark',
    metered: 'no',
    tour: 'due',
  });
});

test('a place in the queue that nobody gave is an error of the caller, not of the desk', async () => {
  const bench = await testBackend();
  await expect(bench.client.queue.page({ view: 'all', after: 'x', limit: 10 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await expect(bench.client.queue.page({ view: 'all', after: null, limit: 0 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('the window is told what changed', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  const ending = new AbortController();
  const events = await bench.client.events(undefined, { signal: ending.signal });
  const next = events.next();
  await bench.client.draft.save({ complaintId: complaintNo(1).id, kind: 'follow_up', text: 'x' });
  expect((await next).value).toMatchObject({ topics: expect.arrayContaining(['queue', 'case']) });
  ending.abort();
});

test('nothing that the officer wrote stands readable in the data folder', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  await bench.client.draft.save({
    complaintId: complaintNo(1).id,
    kind: 'follow_up',
    text: 'kalimat rahasia',
  });
  for (const file of ['journal.db', 'journal.db-wal', 'cache.db', 'cache.db-wal']) {
    const bytes = readFileSync(join(bench.dataDir, file));
    expect([file, bytes.includes('kalimat rahasia'), bytes.includes('Jalan berlubang')]).toEqual([
      file,
      false,
      false,
    ]);
  }
});
