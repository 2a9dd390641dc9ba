import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change, ChangesPage } from '#shared/contract/central/central.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { urgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { openCache } from '../store/cache/cache-store.ts';
import { openJournal } from '../store/journal/journal-store.ts';
import { openDatabase } from '../store/open-database.ts';
import { temporaryFolder } from '../testing/desk-bench.ts';
import { answerBody, commandOf, entry, MONDAY, RINA, report } from '../testing/samples.ts';
import { applyPage } from './apply-page.ts';
import { BUILT_IN_REFERENCE } from './deadline-data.ts';
import { deriveSlice, openReports, type Reports, reconcile } from './stores.ts';

function reports(folder = temporaryFolder(), key = randomBytes(32)): Reports {
  const cache = openCache(join(folder, 'cache.db'), key);
  const journal = openJournal(join(folder, 'journal.db'), key);
  if (!cache.ok || !journal.ok) throw new Error('not opened');
  journal.journal.session.saveSession({ centralUrl: 'https://pusat.invalid', token: 't', officer: RINA });
  return openReports(cache.cache, journal.journal);
}

let seq = 0;
const upsert = (complaint: Complaint): Change => ({
  type: 'upsert',
  seq: ++seq,
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
    presence: [],
    ...other,
  };
}

function makeSearchable({ cache }: Reports): void {
  while (cache.write((writer) => writer.index.grow(10))) {
    // Slice by slice, as it is done beside the officer's work.
  }
  expect(cache.searchComplete()).toBe(true);
}

function addDraft({ journal }: Reports, { id, trackingId, title }: Complaint): void {
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
  const desk = reports();
  applyPage(desk, page([upsert(report(1)), upsert(report(2))], { more: true, cursor: 'x' }), MONDAY);
  expect(desk.cache.feed()).toMatchObject({ cursor: 'x', epoch: 'epoch-1', seq, loading: 2 });
  expect(desk.cache.complaints.get(report(2).id)?.complaint).toEqual(report(2));
});

test('a page that cannot be written leaves cursor, complaints and reference data as they were', () => {
  const desk = reports();
  const broken = { ...report(2), title: null as unknown as string };
  const rules = { name: 'rules' as const, value: [] };
  expect(() =>
    applyPage(
      desk,
      page([{ type: 'reference', seq: ++seq, reference: rules }, upsert(report(1)), upsert(broken)]),
      MONDAY,
    ),
  ).toThrow();
  expect(desk.cache.feed().cursor).toBe('');
  expect(desk.cache.complaints.get(report(1).id)).toBeNull();
  expect(desk.reference().rules).toEqual(BUILT_IN_REFERENCE.rules);
});

test('a removed complaint leaves the cache, unless words of the officer are on it', () => {
  const desk = reports();
  applyPage(desk, page([upsert(report(1)), upsert(report(2)), upsert(report(3))]), MONDAY);
  makeSearchable(desk);
  expect(desk.cache.search('jalan', 10, true).hits).toHaveLength(3);
  addDraft(desk, report(2));
  const refused = commandOf(report(3), answerBody());
  desk.journal.commands.insert(refused, { trackingId: '3', title: 't' }, null);
  desk.journal.commands.setResult(
    { outcome: 'refused', id: refused.id, code: 'not_ours', current: null },
    MONDAY,
  );
  applyPage(desk, page([removal(report(1)), removal(report(2)), removal(report(3))]), MONDAY);
  expect(desk.cache.complaints.get(report(1).id)).toBeNull();
  expect(desk.cache.complaints.get(report(2).id)).toMatchObject({ ours: false });
  expect(desk.cache.complaints.get(report(3).id)).toMatchObject({ ours: false });
  expect(desk.cache.search('jalan', 10, true).hits).toEqual([]);
});

test('another history is pulled from the start; what it does not hold disappears at its end only', () => {
  const desk = reports();
  applyPage(desk, page([upsert(report(1)), upsert(report(2)), upsert(report(3))]), MONDAY);
  addDraft(desk, report(3));
  const restored = { epoch: 'epoch-2' };
  expect(applyPage(desk, page([upsert(report(9))], restored), MONDAY)).toMatchObject({
    restarted: true,
    more: true,
  });
  expect(desk.cache.feed()).toMatchObject({ cursor: '', seq: 0, epoch: 'epoch-2' });

  applyPage(desk, page([upsert(report(1))], { ...restored, more: true }), MONDAY);
  expect(desk.cache.complaints.get(report(2).id)).not.toBeNull();
  applyPage(desk, page([upsert(report(4))], restored), MONDAY);
  const known = [1, 2, 3, 4, 9].map((n) => desk.cache.complaints.get(report(n).id)?.ours ?? null);
  expect(known).toEqual([true, null, false, true, null]);
});

test('after another history began, commands accepted in the last 30 days are asked again', () => {
  const desk = reports();
  const { commands } = desk.journal;
  applyPage(desk, page([upsert(report(1))]), MONDAY);
  const accepted = (daysAgo: number): string => {
    const command = commandOf(report(1), answerBody());
    commands.insert(command, { trackingId: '1', title: 't' }, null);
    const at = new Date(MONDAY - daysAgo * 86_400_000).toISOString();
    commands.setResult({ outcome: 'accepted', id: command.id, receipt: 'K', feedSeq: seq, at }, MONDAY);
    return command.id;
  };
  const [old, recent] = [accepted(31), accepted(29)];
  commands.passFeed(seq);
  applyPage(desk, page([], { epoch: 'epoch-2' }), MONDAY);
  expect(commands.toSend().map(({ command }) => command.id)).toEqual([recent]);
  expect(commands.get(old)?.state).toBe('accepted');
});

test('what falls with a refused text when another history begins is gone from the queue at once', () => {
  const desk = reports();
  const { commands } = desk.journal;
  applyPage(desk, page([upsert(report(1))]), MONDAY);
  const chain = [commandOf(report(1), answerBody()), commandOf(report(1), answerBody())] as const;
  const subject = { trackingId: '1', title: 't' };
  for (const command of chain)
    commands.insert({ ...command, after: command === chain[1] ? chain[0].id : null }, subject, null);
  commands.setResult({ outcome: 'refused', id: chain[0].id, code: 'closed', current: null }, MONDAY);
  desk.refresh([report(1).id]);
  const limits = urgencyLimits(desk.basis().calendar, '2026-09-07');
  const shown = (): unknown => desk.cache.queue.page('all', null, 9, limits).rows[0]?.rawStatus;
  expect(shown()).not.toBe(report(1).rawStatus);
  applyPage(desk, page([], { epoch: 'epoch-2' }), MONDAY);
  expect(shown()).toBe(report(1).rawStatus);
});

test('a complaint of which only the journal speaks keeps a place, and gives it up when it returns', () => {
  const desk = reports();
  addDraft(desk, report(5));
  reconcile(desk);
  expect(desk.cache.complaints.get(report(5).id)).toMatchObject({
    ours: false,
    complaint: { title: report(5).title, trackingId: report(5).trackingId },
  });
  applyPage(desk, page([upsert(report(4)), upsert(report(5)), upsert(report(6))]), MONDAY);
  const limits = urgencyLimits(desk.basis().calendar, '2026-09-07');
  expect(desk.cache.queue.page('all', null, 9, limits).rows.map((row) => row.id)).toEqual(
    [6, 5, 4].map((n) => report(n).id),
  );
});

test('only a complaint with a draft on it stands among the drafts, also where nothing but the journal knows it', () => {
  const desk = reports();
  const [refused, drafted] = [report(1), report(2)];
  const command = commandOf(refused, answerBody());
  desk.journal.commands.insert(command, refused, null);
  desk.journal.commands.setResult(
    { outcome: 'refused', id: command.id, code: 'moved', current: null },
    MONDAY,
  );
  addDraft(desk, drafted);
  reconcile(desk);
  expect(desk.cache.complaints.get(refused.id)).toMatchObject({ ours: false });
  expect(desk.cache.complaints.drafted()).toEqual([drafted.id]);
});

test('a complaint that was renamed between two texts of the officer keeps one place', () => {
  const desk = reports();
  const { id, trackingId } = report(5);
  addDraft(desk, report(5));
  const renamed = { trackingId, title: 'Judul Baru' };
  desk.journal.commands.insert(commandOf(report(5), answerBody()), renamed, null);
  reconcile(desk);
  expect(desk.cache.complaints.byRid(-1, 9).map(({ complaint }) => complaint.id)).toEqual([id]);
});

test('new holidays move every due day, slice by slice, and the cache remembers that it is done', () => {
  const desk = reports();
  applyPage(
    desk,
    page(
      Array.from({ length: 600 }, (_, n) =>
        upsert(
          report(
            0,
            report(n, { receivedAt: report(0).receivedAt, dispositionedAt: report(0).dispositionedAt }),
          ),
        ),
      ),
    ),
    MONDAY,
  );
  const due = () =>
    new Set(
      desk.cache.queue
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
  expect(applyPage(desk, page([{ type: 'reference', seq: ++seq, reference }]), MONDAY)).toMatchObject({
    referenceChanged: true,
  });
  let slices = 0;
  for (let from: number | null = -1; from !== null; slices++) from = deriveSlice(desk, from);
  expect(slices).toBe(3);
  expect(due()).toEqual(new Set(['2026-09-15']));
  expect(desk.cache.feed().basis).toBe(desk.basis().fingerprint);
});

test('a changed text is found by its new words and no longer by its old ones', () => {
  const desk = reports();
  applyPage(desk, page([upsert(report(1, { title: 'Lampu padam' }))]), MONDAY);
  makeSearchable(desk);
  const found = (text: string) => desk.cache.search(text, 10, true).hits.length;
  expect([found('padam'), found('menyala')]).toEqual([1, 0]);
  applyPage(desk, page([upsert(report(1, { title: 'Lampu menyala', revision: 2 }))]), MONDAY);
  expect([found('padam'), found('menyala')]).toEqual([0, 1]);
  applyPage(
    desk,
    page([upsert(report(1, { title: 'Lampu menyala', revision: 3, timeline: [entry()] }))]),
    MONDAY,
  );
  expect(found('menyala')).toBe(1);
  applyPage(desk, page([removal(report(1))]), MONDAY);
  expect(found('menyala')).toBe(0);
});

test('what happened to a complaint is as the central service said it last: more of it, less of it, or otherwise', () => {
  const desk = reports();
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
    const told = report(1, { revision: n + 1, ...history });
    applyPage(desk, page([upsert(told)]), MONDAY);
    expect(desk.cache.complaints.get(told.id)?.complaint).toEqual(told);
  }
});

test('a page of changed complaints adds one part to the index, whatever the order in which they come', () => {
  const [folder, key] = [temporaryFolder(), randomBytes(32)];
  const desk = reports(folder, key);
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
  applyPage(desk, page(all.map((n) => upsert(report(n)))), MONDAY);
  makeSearchable(desk);
  const before = partsOfIndex();
  const shuffled = all.map((n) => (n * 37) % 60);
  const changed = shuffled.map((n) => upsert(report(n, { title: `Judul baru ${n}`, revision: 2 })));
  applyPage(desk, page(changed), MONDAY);
  expect(desk.cache.search('baru', 100, true).hits).toHaveLength(60);
  expect(partsOfIndex() - before).toBe(1);
});
