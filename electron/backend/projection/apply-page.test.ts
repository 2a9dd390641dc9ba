import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change, ChangesPage } from '#shared/contract/central/central.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { urgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { openCache } from '../store/cache/cache-store.ts';
import { openJournal } from '../store/journal/journal-store.ts';
import { openDatabase } from '../store/open-database.ts';
import { commandsStore } from '../sync/commands/store.ts';
import { answerBody, commandOf, complaintNo, entry, MONDAY, RINA } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { applyPage } from './apply-page.ts';
import { BUILT_IN_REFERENCE } from './deadline-data.ts';
import { deriveSlice, reconcile, type Stores, storesOf } from './stores.ts';

function complaints(folder = temporaryFolder(), key = randomBytes(32)): Stores {
  const cache = openCache(join(folder, 'cache.db'), key);
  const journal = openJournal(join(folder, 'journal.db'), key);
  if (!cache.ok || !journal.ok) throw new Error('not opened');
  journal.journal.session.saveSession({ centralUrl: 'https://pusat.invalid', token: 't', officer: RINA });
  return storesOf(cache.cache, journal.journal);
}

const AGENCY = { id: '4006', name: 'Dinas Perhubungan' };
const TEMPLATE = { id: 't', name: 'Salam', text: 'Terima kasih.', everywhere: false };

let seq = 0;
const upsert = (complaint: Complaint): Change => ({
  type: 'upsert',
  seq: ++seq,
  mark: seq,
  complaint: structuredClone(complaint) as never,
});
const removal = (complaint: Complaint): Change => ({
  type: 'removal',
  seq: ++seq,
  complaintId: complaint.id,
});

function page(changes: readonly Change[], other: Partial<ChangesPage> = {}): ChangesPage {
  return {
    epoch: 'epoch-1',
    cursor: `c${seq}`,
    more: false,
    serverTime: new Date(MONDAY).toISOString(),
    changes: [...changes],
    digest: null,
    presence: [],
    ...other,
  };
}

function makeSearchable({ cache }: Stores): void {
  while (cache.write((writer) => writer.index.grow(10))) {
    // Slice by slice, as it is done beside the officer's work.
  }
  expect(cache.searchComplete()).toBe(true);
}

function addDraft({ journal }: Stores, { id, trackingId, title }: Complaint): void {
  journal.drafts.save({
    id: 'd-1',
    choices: {},
    complaintId: id,
    kind: 'follow_up',
    text: 'Hampir selesai',
    updatedAt: new Date(MONDAY).toISOString(),
    trunkRevision: 1,
    trackingId,
    title,
  });
}

test('a page of the feed is taken whole, with its cursor', () => {
  const backend = complaints();
  applyPage(
    backend,
    page([upsert(complaintNo(1)), upsert(complaintNo(2))], { more: true, cursor: 'x' }),
    MONDAY,
  );
  expect(backend.cache.feed()).toMatchObject({ cursor: 'x', epoch: 'epoch-1', seq, loading: 2 });
  expect(backend.cache.complaints.get(complaintNo(2).id)?.complaint).toEqual(complaintNo(2));
});

test('a page that cannot be written leaves cursor, complaints and reference data as they were', () => {
  const backend = complaints();
  const broken = { ...complaintNo(2), title: null as unknown as string };
  const rules = { name: 'rules' as const, value: [] };
  expect(() =>
    applyPage(
      backend,
      page([
        { type: 'reference', seq: ++seq, mark: seq, reference: rules },
        upsert(complaintNo(1)),
        upsert(broken),
      ]),
      MONDAY,
    ),
  ).toThrow();
  expect(backend.cache.feed().cursor).toBe('');
  expect(backend.cache.complaints.get(complaintNo(1).id)).toBeNull();
  expect(backend.reference().rules).toEqual(BUILT_IN_REFERENCE.rules);
});

test('a removed complaint leaves the cache, unless words of the officer are on it', () => {
  const backend = complaints();
  applyPage(backend, page([upsert(complaintNo(1)), upsert(complaintNo(2)), upsert(complaintNo(3))]), MONDAY);
  makeSearchable(backend);
  expect(backend.cache.search('jalan', 10, true).hits).toHaveLength(3);
  addDraft(backend, complaintNo(2));
  const refused = commandOf(complaintNo(3), answerBody());
  backend.journal.commands.insert(refused, { trackingId: '3', title: 't' }, null);
  backend.journal.commands.setResult(
    { outcome: 'refused', id: refused.id, code: 'not_ours', current: null },
    MONDAY,
  );
  applyPage(
    backend,
    page([removal(complaintNo(1)), removal(complaintNo(2)), removal(complaintNo(3))]),
    MONDAY,
  );
  expect(backend.cache.complaints.get(complaintNo(1).id)).toBeNull();
  expect(backend.cache.complaints.get(complaintNo(2).id)).toMatchObject({ ours: false });
  expect(backend.cache.complaints.get(complaintNo(3).id)).toMatchObject({ ours: false });
  expect(backend.cache.search('jalan', 10, true).hits).toEqual([]);
});

test('another history is pulled from the start; what it does not hold disappears at its end only', () => {
  const backend = complaints();
  applyPage(backend, page([upsert(complaintNo(1)), upsert(complaintNo(2)), upsert(complaintNo(3))]), MONDAY);
  addDraft(backend, complaintNo(3));
  const restored = { epoch: 'epoch-2' };
  expect(applyPage(backend, page([upsert(complaintNo(9))], restored), MONDAY)).toMatchObject({
    restarted: true,
    more: true,
  });
  expect(backend.cache.feed()).toMatchObject({ cursor: '', seq: 0, epoch: 'epoch-2' });

  applyPage(backend, page([upsert(complaintNo(1))], { ...restored, more: true }), MONDAY);
  expect(backend.cache.complaints.get(complaintNo(2).id)).not.toBeNull();
  applyPage(backend, page([upsert(complaintNo(4))], restored), MONDAY);
  const known = [1, 2, 3, 4, 9].map((n) => backend.cache.complaints.get(complaintNo(n).id)?.ours ?? null);
  expect(known).toEqual([true, null, false, true, null]);
});

test('after another history began, commands accepted in the last 30 days are asked again', () => {
  const backend = complaints();
  const { commands } = backend.journal;
  applyPage(backend, page([upsert(complaintNo(1))]), MONDAY);
  const accepted = (daysAgo: number): string => {
    const command = commandOf(complaintNo(1), answerBody());
    commands.insert(command, { trackingId: '1', title: 't' }, null);
    const at = new Date(MONDAY - daysAgo * 86_400_000).toISOString();
    commands.setResult({ outcome: 'accepted', id: command.id, receipt: 'K', feedSeq: seq, at }, MONDAY);
    return command.id;
  };
  const [old, recent] = [accepted(31), accepted(29)];
  commands.passFeed(seq);
  applyPage(backend, page([], { epoch: 'epoch-2' }), MONDAY);
  expect(commands.toSend().map(({ command }) => command.id)).toEqual([recent]);
  expect(commands.get(old)?.state).toBe('accepted');
});

test('what falls with a refused text when another history begins is gone from the queue at once', () => {
  const backend = complaints();
  const { commands } = backend.journal;
  applyPage(backend, page([upsert(complaintNo(1))]), MONDAY);
  const chain = [commandOf(complaintNo(1), answerBody()), commandOf(complaintNo(1), answerBody())] as const;
  const subject = { trackingId: '1', title: 't' };
  for (const command of chain)
    commands.insert({ ...command, after: command === chain[1] ? chain[0].id : null }, subject, null);
  commands.setResult({ outcome: 'refused', id: chain[0].id, code: 'closed', current: null }, MONDAY);
  backend.refresh([complaintNo(1).id]);
  const limits = urgencyLimits(backend.basis().calendar, '2026-09-07');
  const shown = (): unknown => backend.cache.queue.page('all', null, 9, limits).rows[0]?.rawStatus;
  expect(shown()).not.toBe(complaintNo(1).rawStatus);
  applyPage(backend, page([], { epoch: 'epoch-2' }), MONDAY);
  expect(shown()).toBe(complaintNo(1).rawStatus);
});

test('a complaint of which only the journal speaks keeps a place, and gives it up when it returns', () => {
  const backend = complaints();
  addDraft(backend, complaintNo(5));
  reconcile(backend);
  expect(backend.cache.complaints.get(complaintNo(5).id)).toMatchObject({
    ours: false,
    complaint: { title: complaintNo(5).title, trackingId: complaintNo(5).trackingId },
  });
  applyPage(backend, page([upsert(complaintNo(4)), upsert(complaintNo(5)), upsert(complaintNo(6))]), MONDAY);
  const limits = urgencyLimits(backend.basis().calendar, '2026-09-07');
  expect(backend.cache.queue.page('all', null, 9, limits).rows.map((row) => row.id)).toEqual(
    [6, 5, 4].map((n) => complaintNo(n).id),
  );
});

test('only a complaint with a draft on it stands among the drafts, also where nothing but the journal knows it', () => {
  const backend = complaints();
  const [refused, drafted] = [complaintNo(1), complaintNo(2)];
  const command = commandOf(refused, answerBody());
  backend.journal.commands.insert(command, refused, null);
  backend.journal.commands.setResult(
    { outcome: 'refused', id: command.id, code: 'moved', current: null },
    MONDAY,
  );
  addDraft(backend, drafted);
  reconcile(backend);
  expect(backend.cache.complaints.get(refused.id)).toMatchObject({ ours: false });
  expect(backend.cache.complaints.drafted()).toEqual([drafted.id]);
});

test('a complaint that was renamed between two texts of the officer keeps one place', () => {
  const backend = complaints();
  const { id, trackingId } = complaintNo(5);
  addDraft(backend, complaintNo(5));
  const renamed = { trackingId, title: 'Judul Baru' };
  backend.journal.commands.insert(commandOf(complaintNo(5), answerBody()), renamed, null);
  reconcile(backend);
  expect(backend.cache.complaints.byRid(-1, 9).map(({ complaint }) => complaint.id)).toEqual([id]);
});

test('new holidays move every due day, slice by slice, and the cache remembers that it is done', () => {
  const backend = complaints();
  applyPage(
    backend,
    page(
      Array.from({ length: 600 }, (_, n) =>
        upsert(
          complaintNo(
            0,
            complaintNo(n, {
              receivedAt: complaintNo(0).receivedAt,
              dispositionedAt: complaintNo(0).dispositionedAt,
            }),
          ),
        ),
      ),
    ),
    MONDAY,
  );
  const due = () =>
    new Set(
      backend.cache.queue
        .page('all', null, 1_000, { today: '2026-09-07', soonUntil: '2026-09-08', weekUntil: '2026-09-13' })
        .rows.map((row) => row.due?.day),
    );
  expect(due()).toEqual(new Set(['2026-09-14']));
  const { holidays } = BUILT_IN_REFERENCE;
  const extra = { day: '2026-09-09', name: 'Hari rekaan', collectiveLeave: false };
  const years = holidays.years.map((year) =>
    year.year === 2026 ? { ...year, holidays: [...year.holidays, extra] } : year,
  );
  const reference = { name: 'holidays' as const, value: { version: holidays.version + 1, years } };
  expect(
    applyPage(backend, page([{ type: 'reference', seq: ++seq, mark: seq, reference }]), MONDAY),
  ).toMatchObject({
    referenceChanged: true,
  });
  let slices = 0;
  for (let from: number | null = -1; from !== null; slices++) from = deriveSlice(backend, from);
  expect(slices).toBe(3);
  expect(due()).toEqual(new Set(['2026-09-15']));
  expect(backend.cache.feed().basis).toBe(backend.basis().fingerprint);
});

test('a changed text is found by its new words and no longer by its old ones', () => {
  const backend = complaints();
  applyPage(backend, page([upsert(complaintNo(1, { title: 'Lampu padam' }))]), MONDAY);
  makeSearchable(backend);
  const found = (text: string) => backend.cache.search(text, 10, true).hits.length;
  expect([found('padam'), found('menyala')]).toEqual([1, 0]);
  applyPage(backend, page([upsert(complaintNo(1, { title: 'Lampu menyala', revision: 2 }))]), MONDAY);
  expect([found('padam'), found('menyala')]).toEqual([0, 1]);
  applyPage(
    backend,
    page([upsert(complaintNo(1, { title: 'Lampu menyala', revision: 3, timeline: [entry()] }))]),
    MONDAY,
  );
  expect(found('menyala')).toBe(1);
  applyPage(backend, page([removal(complaintNo(1))]), MONDAY);
  expect(found('menyala')).toBe(0);
});

test('what happened to a complaint is as the central service said it last: more of it, less of it, or otherwise', () => {
  const backend = complaints();
  const photo = { sha256: 'a'.repeat(64), name: 'foto.jpg', type: 'image/jpeg', size: 9 } as const;
  const [first, second] = [entry({ id: 'e-1' }), entry({ id: 'e-2', revision: 3, attachments: [photo] })];
  const histories = [
    { timeline: [first], readBy: [] },
    { timeline: [first, second], readBy: [{ officerId: RINA.id, revision: 3 }] },
    { timeline: [first, { ...second, receipt: 'K-2' }], readBy: [{ officerId: RINA.id, revision: 3 }] },
    { timeline: [{ ...first, attachments: [photo] }], readBy: [{ officerId: RINA.id, revision: 4 }] },
    { timeline: [], readBy: [] },
  ];
  for (const [n, history] of histories.entries()) {
    const told = complaintNo(1, { revision: n + 1, ...history });
    applyPage(backend, page([upsert(told)]), MONDAY);
    expect(backend.cache.complaints.get(told.id)?.complaint).toEqual(told);
  }
});

test('a page of changed complaints adds one part to the index, whatever the order in which they come', () => {
  const [folder, key] = [temporaryFolder(), randomBytes(32)];
  const backend = complaints(folder, key);
  const partsOfIndex = (): number => {
    const opened = openDatabase(join(folder, 'cache.db'), key, 'cache');
    if (!opened.ok) throw new Error(opened.code);
    const parts = opened.db.prepare<[], { n: number }>(
      'SELECT count(DISTINCT segid) AS n FROM complaint_fts_idx',
    );
    const count = parts.get()?.n ?? 0;
    opened.db.close();
    return count;
  };
  const all = Array.from({ length: 60 }, (_, n) => n);
  applyPage(backend, page(all.map((n) => upsert(complaintNo(n)))), MONDAY);
  makeSearchable(backend);
  const before = partsOfIndex();
  const shuffled = all.map((n) => (n * 37) % 60);
  const changed = shuffled.map((n) => upsert(complaintNo(n, { title: `Judul baru ${n}`, revision: 2 })));
  applyPage(backend, page(changed), MONDAY);
  expect(backend.cache.search('baru', 100, true).hits).toHaveLength(60);
  expect(partsOfIndex() - before).toBe(1);
});

test('reference data that a pull from the start does not bring any more go at its end', () => {
  const backend = complaints();
  const named = (name: 'templates' | 'agencies'): Change => ({
    type: 'reference',
    seq: ++seq,
    mark: seq,
    reference: name === 'agencies' ? { name, value: [AGENCY] } : { name, value: [TEMPLATE] },
  });
  applyPage(backend, page([named('templates'), named('agencies')]), MONDAY);
  expect(backend.reference()).toMatchObject({ templates: [TEMPLATE], agencies: [AGENCY] });

  expect(applyPage(backend, page([], { epoch: 'epoch-2' }), MONDAY).restarted).toBe(true);
  const { referenceChanged } = applyPage(backend, page([named('agencies')], { epoch: 'epoch-2' }), MONDAY);
  expect(referenceChanged).toBe(true);
  expect(backend.reference()).toMatchObject({ templates: [], agencies: [AGENCY] });
  expect(backend.cache.complaints.digest()).toEqual({ items: 1, sum: seq });
});

test('what came with a refusal is not what the feed has brought, until the feed brings it', () => {
  const backend = complaints();
  applyPage(backend, page([upsert(complaintNo(1))]), MONDAY);
  const before = backend.cache.complaints.digest();
  const current = complaintNo(1, { revision: 9, title: 'Judul baru' });
  const refusal = { outcome: 'refused', id: 'r', code: 'superseded', current: current as never } as const;
  commandsStore(backend, () => {}).results([refusal], MONDAY);
  expect(backend.cache.complaints.get(current.id)?.complaint.title).toBe('Judul baru');
  expect(backend.cache.complaints.digest()).not.toEqual(before);
  applyPage(backend, page([upsert(current)]), MONDAY);
  expect(backend.cache.complaints.digest()).toEqual({ items: 1, sum: seq });
});

test('what was composed after a command that is refused falls with it at once', () => {
  const backend = complaints();
  applyPage(backend, page([upsert(complaintNo(1))]), MONDAY);
  const { commands } = backend.journal;
  for (const [id, after] of [
    ['a', null],
    ['b', 'a'],
  ] as const) {
    const command = { ...commandOf(complaintNo(1), answerBody()), id, after };
    commands.insert(command, { trackingId: '1', title: 'Jalan' }, null);
  }
  const changed: (string | null)[] = [];
  const store = commandsStore(backend, (_, ids) => changed.push(...(ids ?? [null])));
  store.results([{ outcome: 'refused', id: 'a', code: 'closed', current: null }], MONDAY);
  expect(['a', 'b'].map((id) => commands.get(id)?.refusal)).toEqual(['closed', 'after_refused']);
  expect(commands.toSend()).toEqual([]);
  expect(changed).toEqual([complaintNo(1).id]);
});
