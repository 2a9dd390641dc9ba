import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { Draft, DraftAttachment } from '#shared/contract/window/drafts.ts';
import { type DraftKey, Drafts } from './drafts.ts';

const key: DraftKey = { complaintId: 'lapor-1', kind: 'follow_up' };
/** The store's clock ticks once a save. */
const tick = (n: number) => `2026-11-24T02:00:${String(n).padStart(2, '0')}.000Z`;
const REST = { choices: {}, attachments: [], trunkRevision: 1 };
const stored = (id: string, text: string, n: number, rest: Partial<Draft> = {}): Draft => ({
  ...REST,
  ...key,
  id,
  text,
  updatedAt: tick(n),
  ...rest,
});
const PHOTO = { id: 'a-1', name: 'foto.jpg' } as DraftAttachment;

function backend() {
  let refusal: Error | null = null;
  let made = 0;
  const saves: { id: string; kind: string; text: string; choices: object }[] = [];
  let timers: (() => void)[] = [];
  const drafts = new Drafts({
    now: () => 0,
    after: (_ms, run) => {
      timers.push(run);
      return () => {
        timers = timers.filter((other) => other !== run);
      };
    },
    save: async ({ id, kind, text, choices }) => {
      if (refusal !== null) throw refusal;
      return tick(saves.push({ id, kind, text, choices }));
    },
    newId: () => `d-${++made}`,
  });
  const pause = () => {
    const due = timers;
    timers = [];
    for (const run of due) run();
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  const refuse = (error: Error | null) => {
    refusal = error;
  };
  const current = (of = key) => drafts.shelf(of).current;
  const inField = (of = key) => drafts.read(current(of)).text;
  return { drafts, saves, pause, refuse, current, inField };
}

test('each complaint and kind has a field of its own, and its draft one id from the first key on', async () => {
  const { drafts, saves, pause, current } = backend();
  drafts.typed(current(), { text: 'untuk pelapor' });
  drafts.typed(current({ ...key, kind: 'internal_note' }), { text: 'untuk rekan' });
  drafts.typed(current({ ...key, complaintId: 'lapor-2' }), { text: 'laporan lain' });
  await pause();
  expect(saves.map(({ id, text }) => [id, text])).toEqual([
    ['d-1', 'untuk pelapor'],
    ['d-2', 'untuk rekan'],
    ['d-3', 'laporan lain'],
  ]);
  expect(drafts.read('d-1')).toMatchObject({ text: 'untuk pelapor', state: 'saved' });
});

test('the last written draft is in the field, and its kind is the one that is shown', () => {
  const { drafts, inField } = backend();
  drafts.learn([
    stored('a', 'pertama', 1),
    stored('b', 'terakhir', 3),
    stored('c', 'catatan', 2, { kind: 'internal_note' }),
  ]);
  expect(drafts.shelf(key)).toEqual({ current: 'b', ids: ['a', 'b'] });
  expect([inField(), drafts.lastKind('lapor-1'), drafts.lastKind('lapor-2')]).toEqual([
    'terakhir',
    'follow_up',
    null,
  ]);
});

test('several drafts of one kind stand side by side, each with its own text', async () => {
  const { drafts, saves, pause, current, inField } = backend();
  drafts.typed(current(), { text: 'satu' });
  drafts.begin(key);
  expect(inField()).toBe('');
  drafts.begin(key);
  drafts.typed(current(), { text: 'dua' });
  drafts.select('d-1');
  await pause();
  expect([drafts.shelf(key), inField()]).toEqual([{ current: 'd-1', ids: ['d-1', 'd-2'] }, 'satu']);
  expect(saves.map(({ text }) => text).sort()).toEqual(['dua', 'satu']);
});

test('the suggested agency of a return is saved with its text', async () => {
  const { drafts, saves, pause, current } = backend();
  const giveBack: DraftKey = { ...key, kind: 'return' };
  drafts.typed(current(giveBack), { text: 'Wewenang PLN.' });
  drafts.typed(current(giveBack), { choices: { suggestedAgency: 'PLN' } });
  await pause();
  expect(saves).toEqual([
    { id: 'd-1', kind: 'return', text: 'Wewenang PLN.', choices: { suggestedAgency: 'PLN' } },
  ]);
});

test('the field shows what the store holds, and follows what changes there', async () => {
  const { drafts, saves, pause, inField } = backend();
  drafts.learn([stored('a', 'dari kemarin', 1)]);
  expect(inField()).toBe('dari kemarin');
  drafts.learn([stored('a', 'diubah di jendela lain', 2, { attachments: [PHOTO] })]);
  await pause();
  expect([inField(), drafts.read('a').attachments, saves]).toEqual(['diubah di jendela lain', [PHOTO], []]);
});

test('a draft of files alone counts as begun', () => {
  const { drafts } = backend();
  drafts.learn([stored('a', '', 1, { attachments: [PHOTO] })]);
  expect([drafts.isBegun(key), drafts.shelf(key).current]).toEqual([true, 'a']);
});

test('what is typed is newer than what the store says', () => {
  const { drafts, inField } = backend();
  drafts.learn([stored('a', 'lama', 0)]);
  drafts.typed('a', { text: 'lama dan baru' });
  drafts.learn([stored('a', 'dari tempat lain', 9)]);
  expect(inField()).toBe('lama dan baru');
});

test('an answer that was on its way during a save brings no old text back', async () => {
  const { drafts, pause } = backend();
  drafts.learn([stored('a', 'lama', 0)]);
  drafts.typed('a', { text: 'lama dan baru' });
  await pause();
  drafts.learn([stored('a', 'lama', 0)]);
  drafts.learn([]);
  expect(drafts.read('a')).toMatchObject({ text: 'lama dan baru', state: 'saved' });
});

test('a sent text leaves an empty field whatever else is begun, and no late answer brings it back', async () => {
  const { drafts, inField } = backend();
  drafts.learn([stored('a', 'yang lain', 0), stored('b', 'jawaban', 1)]);
  drafts.sent('b');
  drafts.learn([stored('a', 'yang lain', 0), stored('b', 'jawaban', 1)]);
  expect([inField(), drafts.shelf(key).ids]).toEqual(['', ['a', drafts.shelf(key).current]]);
});

test('an undone text comes back into the field even when the clock of the PC was put back meanwhile', async () => {
  const { drafts, current, inField } = backend();
  drafts.typed(current(), { text: 'jawaban' });
  await drafts.flush('d-1');
  drafts.sent('d-1');
  drafts.restored(stored('again', 'jawaban', 0));
  expect([inField(), drafts.shelf(key).ids]).toEqual(['jawaban', ['again']]);
});

test('a draft that is thrown away leaves the last written one, and comes back as it was', () => {
  const { drafts, inField } = backend();
  drafts.learn([stored('a', 'satu', 0), stored('b', 'dua', 1)]);
  expect([drafts.removed('b'), inField()]).toEqual([true, 'satu']);
  drafts.learn([stored('b', 'dua', 1)]);
  expect(inField()).toBe('satu');
  drafts.restored(stored('b', 'dua', 1));
  expect([inField(), drafts.shelf(key).ids]).toEqual(['dua', ['a', 'b']]);
});

test('a draft that another window sent leaves its field empty, and nothing is saved for it', async () => {
  const { drafts, saves, pause, inField } = backend();
  drafts.learn([stored('a', 'jawaban', 1, { attachments: [PHOTO] })]);
  expect(inField()).toBe('jawaban');
  drafts.learnAll(key.complaintId, { drafts: [], at: tick(2) });
  await pause();
  expect([inField(), drafts.isBegun(key), saves]).toEqual(['', false, []]);
});

test('what is typed into a draft while another window sends it becomes a draft again, for both windows', async () => {
  const { drafts, saves, pause, inField } = backend();
  drafts.learn([stored('a', 'jawaban', 0)]);
  drafts.typed('a', { text: 'jawaban dan susulan' });
  drafts.learnAll(key.complaintId, { drafts: [], at: tick(2) });
  expect(inField()).toBe('jawaban dan susulan');
  await pause();
  expect(saves.map(({ id, text }) => [id, text])).toEqual([['a', 'jawaban dan susulan']]);

  const sender = backend();
  sender.drafts.learn([stored('a', 'jawaban', 0)]);
  sender.drafts.sent('a');
  sender.drafts.learn([stored('a', 'jawaban', 0)]);
  expect(sender.drafts.isBegun(key)).toBe(false);
  sender.drafts.learn([stored('a', 'jawaban dan susulan', 3)]);
  expect(sender.drafts.read('a').text).toBe('jawaban dan susulan');
});

test('an answer from before a draft was saved, or was brought back, does not empty its field', async () => {
  const { drafts, current, inField } = backend();
  drafts.typed(current(), { text: 'baru saja' });
  await drafts.flush('d-1');
  drafts.learnAll(key.complaintId, { drafts: [], at: tick(0) });
  drafts.learnAll(key.complaintId, { drafts: [], at: tick(1) });
  expect(inField()).toBe('baru saja');
  expect(drafts.removed('d-1')).toBe(true);
  drafts.restored(stored('d-1', 'baru saja', 1));
  drafts.learnAll(key.complaintId, { drafts: [], at: tick(5) });
  expect(inField()).toBe('baru saja');
  drafts.learnAll(key.complaintId, { drafts: [stored('d-1', 'baru saja', 1)], at: tick(6) });
  drafts.learnAll(key.complaintId, { drafts: [], at: tick(7) });
  expect(inField()).toBe('');
});

test('a draft whose last file was taken out is no longer begun, and comes back with the file', () => {
  const { drafts } = backend();
  const withFile = stored('a', '', 1, { attachments: [PHOTO] });
  drafts.learnAll(key.complaintId, { drafts: [withFile], at: tick(2) });
  expect(drafts.shelf(key).current).toBe('a');
  drafts.learnAll(key.complaintId, { drafts: [], at: tick(3) });
  expect([drafts.isBegun(key), drafts.shelf(key).current]).toEqual([false, 'a']);
  drafts.learnAll(key.complaintId, { drafts: [withFile], at: tick(4) });
  expect(drafts.read('a').attachments).toEqual([PHOTO]);
});

test('an answer about one complaint leaves the drafts of another as they are', () => {
  const { drafts, inField } = backend();
  drafts.learn([stored('a', 'jawaban', 1)]);
  drafts.learnAll('lapor-2', { drafts: [], at: tick(2) });
  expect(inField()).toBe('jawaban');
});

test('a draft that is written on while it is thrown away stays', async () => {
  const { drafts, saves, pause, inField } = backend();
  drafts.learn([stored('a', 'satu', 0)]);
  drafts.typed('a', { text: 'satu lagi' });
  expect([drafts.removed('a'), inField()]).toEqual([false, 'satu lagi']);
  await pause();
  expect(saves.map(({ text }) => text)).toEqual(['satu lagi']);
});

test('all drafts are saved when the window is about to close', async () => {
  const { drafts, saves, current } = backend();
  drafts.typed(current(), { text: 'hampir hilang' });
  drafts.flushAll();
  expect(saves.map((save) => save.text)).toEqual(['hampir hilang']);
});

test('a text that the disk does not take stays, says why, and is saved as soon as there is room', async () => {
  const { drafts, saves, pause, refuse, current } = backend();
  refuse(new ORPCError('storage_full', { status: 507 }));
  drafts.typed(current(), { text: 'jawaban' });
  await pause();
  expect(drafts.read('d-1')).toMatchObject({ text: 'jawaban', state: 'waiting', problem: 'storage_full' });
  refuse(new Error('line lost'));
  await pause();
  expect(drafts.read('d-1')).toMatchObject({ text: 'jawaban', state: 'waiting' });
  expect(drafts.read('d-1').problem).toBeUndefined();
  refuse(null);
  await pause();
  expect(drafts.read('d-1')).toMatchObject({ text: 'jawaban', state: 'saved' });
  expect(saves.map((save) => save.text)).toEqual(['jawaban']);
});

test('listeners hear nothing when no draft has changed', () => {
  const { drafts } = backend();
  const attachments = [PHOTO];
  drafts.learn([stored('a', 'satu', 0, { attachments })]);
  const shelf = drafts.shelf(key);
  const view = drafts.read('a');
  drafts.learn([stored('a', 'satu', 0, { attachments })]);
  expect([drafts.shelf(key) === shelf, drafts.read('a') === view]).toEqual([true, true]);
});
