import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { Draft } from '#shared/contract/desk-writing.ts';
import { type DraftKey, Drafts } from './drafts.ts';

const key: DraftKey = { complaintId: 'lapor-1', kind: 'follow_up' };
/** The store's clock ticks once a save. */
const tick = (n: number) => `2026-11-24T02:00:${String(n).padStart(2, '0')}.000Z`;
const REST = { id: 'd-1', suggestedAgency: null, attachments: [], trunkRevision: 1 };
const stored = (text: string, n: number): Draft[] => [{ ...REST, ...key, text, updatedAt: tick(n) }];

function desk() {
  let refusal: Error | null = null;
  const saves: { key: DraftKey; text: string }[] = [];
  let timers: (() => void)[] = [];
  const drafts = new Drafts({
    now: () => 0,
    after: (_ms, run) => {
      timers.push(run);
      return () => {
        timers = timers.filter((other) => other !== run);
      };
    },
    save: async (of, text) => {
      if (refusal !== null) throw refusal;
      return tick(saves.push({ key: of, text }));
    },
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
  return { drafts, saves, pause, refuse };
}

test('keeps one text per report and kind, and saves each', async () => {
  const { drafts, saves, pause } = desk();
  drafts.typed(key, 'untuk pelapor');
  drafts.typed({ ...key, kind: 'internal_note' }, 'untuk rekan');
  drafts.typed({ ...key, complaintId: 'lapor-2' }, 'laporan lain');
  await pause();
  expect(saves.map((save) => save.text)).toEqual(['untuk pelapor', 'untuk rekan', 'laporan lain']);
  expect(drafts.read(key)).toEqual({ text: 'untuk pelapor', state: 'saved' });
});

test('shows what the store holds, and takes over what changed there', async () => {
  const { drafts, saves, pause } = desk();
  drafts.learn(stored('dari kemarin', 1));
  expect(drafts.read(key).text).toBe('dari kemarin');
  drafts.learn(stored('dibuka lagi dari kotak keluar', 2));
  await pause();
  expect([drafts.read(key).text, saves]).toEqual(['dibuka lagi dari kotak keluar', []]);
});

test('what is typed is newer than what the store says', () => {
  const { drafts } = desk();
  drafts.learn(stored('lama', 0));
  drafts.typed(key, 'lama dan baru');
  drafts.learn(stored('dari tempat lain', 9));
  expect(drafts.read(key).text).toBe('lama dan baru');
});

test('an answer that was on its way during a save brings no old text back', async () => {
  const { drafts, pause } = desk();
  drafts.learn(stored('lama', 0));
  drafts.typed(key, 'lama dan baru');
  await pause();
  drafts.learn(stored('lama', 0));
  drafts.learn([]);
  expect(drafts.read(key)).toEqual({ text: 'lama dan baru', state: 'saved' });
});

test('a sent text leaves an empty field, and an undone one comes back', async () => {
  const { drafts } = desk();
  drafts.typed(key, 'jawaban');
  expect(await drafts.flush(key)).toBe(true);
  drafts.sent(key);
  drafts.learn(stored('jawaban', 1));
  expect(drafts.read(key).text).toBe('');
  drafts.learn(stored('jawaban', 2));
  expect(drafts.read(key).text).toBe('jawaban');
});

test('an undone text comes back even when the clock of the PC was put back meanwhile', async () => {
  const { drafts } = desk();
  drafts.typed(key, 'jawaban');
  await drafts.flush(key);
  drafts.sent(key);
  drafts.restored({ ...REST, ...key, text: 'jawaban', updatedAt: tick(0) }, '');
  expect(drafts.read(key)).toEqual({ text: 'jawaban', state: 'saved' });
});

test('what is typed while a text comes back stands after it, once', async () => {
  const { drafts, saves, pause } = desk();
  drafts.typed(key, 'baru');
  await drafts.flush(key);
  drafts.typed(key, 'baru saja');
  drafts.restored({ ...REST, ...key, text: 'jawaban\n\nbaru', updatedAt: tick(9) }, 'baru');
  drafts.restored({ ...REST, ...key, text: 'jawaban\n\nbaru', updatedAt: tick(9) }, 'baru');
  await pause();
  expect(drafts.read(key).text).toBe('jawaban\n\nbaru saja');
  expect(saves.at(-1)?.text).toBe('jawaban\n\nbaru saja');
});

test('saves everything when the window is about to close', async () => {
  const { drafts, saves } = desk();
  drafts.typed(key, 'hampir hilang');
  drafts.flushAll();
  expect(saves.map((save) => save.text)).toEqual(['hampir hilang']);
});

test('a text that the disk does not take stays, says why, and is saved as soon as there is room', async () => {
  const { drafts, saves, pause, refuse } = desk();
  refuse(new ORPCError('storage_full', { status: 507 }));
  drafts.typed(key, 'jawaban');
  await pause();
  expect(drafts.read(key)).toEqual({ text: 'jawaban', state: 'waiting', problem: 'storage_full' });
  refuse(new Error('line lost'));
  await pause();
  expect(drafts.read(key)).toEqual({ text: 'jawaban', state: 'waiting' });
  refuse(null);
  await pause();
  expect(drafts.read(key)).toEqual({ text: 'jawaban', state: 'saved' });
  expect(saves.map((save) => save.text)).toEqual(['jawaban']);
});
