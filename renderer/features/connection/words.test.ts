import { describe, expect, test } from 'vitest';
import type { SyncStatus } from '#shared/contract/desk.ts';
import { translatorFor } from '../../app/i18n.ts';
import { connectionWords } from './words.ts';

const calm: SyncStatus = {
  phase: 'idle',
  outdated: false,
  upload: null,
  online: true,
  signInNeeded: false,
  undelivered: 0,
  refused: 0,
  lastSyncedAt: '2026-11-24T03:42:00.000Z',
  firstLoad: null,
  clockOffMs: null,
};
const context = { t: translatorFor('id'), language: 'id' as const, today: '2026-11-24' };
const said = (status: Partial<SyncStatus>) => connectionWords('open', { ...calm, ...status }, context);

test('says "tersinkron" when nothing waits and the end was reached', () => {
  expect(said({})).toEqual({
    tone: 'ok',
    title: 'Daring · tersinkron 10.42',
    detail: null,
    warning: null,
    action: 'sync',
  });
});

describe('never says "tersinkron"', () => {
  const states: Partial<SyncStatus>[] = [
    { online: false },
    { online: false, undelivered: 3 },
    { undelivered: 1 },
    { phase: 'pushing', undelivered: 1 },
    { phase: 'pulling' },
    { phase: 'transferring' },
    { signInNeeded: true },
    { firstLoad: 120 },
    { firstLoad: 120, online: false },
    { lastSyncedAt: null },
    { phase: 'waiting', undelivered: 2 },
  ];
  test.each(states)('at %o', (status) => {
    expect(said(status).title).not.toMatch(/tersinkron/);
    expect(said(status).tone).not.toBe('ok');
  });

  test('while the line to the store is not open', () => {
    for (const line of ['connecting', 'lost', 'refused'] as const) {
      expect(connectionWords(line, calm, context).title).not.toMatch(/tersinkron/);
    }
  });
});

test('offline it says how much waits, and that it is safe', () => {
  expect(said({ online: false, undelivered: 3 })).toMatchObject({
    tone: 'soon',
    title: 'Luring · 3 belum terkirim',
    detail: 'Aman di komputer ini. Sinkron terakhir 10.42',
  });
  expect(said({ online: false, lastSyncedAt: '2026-11-23T03:42:00.000Z' }).detail).toBe(
    'Sinkron terakhir Sen 23/11, 10.42',
  );
});

test('counts what arrives in the first load, and says that it goes on after a break', () => {
  expect(said({ firstLoad: 12_400, lastSyncedAt: null }).title).toBe('12.400 laporan diterima');
  expect(said({ firstLoad: 5, lastSyncedAt: null, online: false })).toMatchObject({
    tone: 'soon',
    detail: 'Terputus saat memuat pertama kali. Dilanjutkan otomatis dari sini.',
  });
});

test('asks to sign in again, and says that nothing is lost', () => {
  expect(said({ signInNeeded: true, undelivered: 2 })).toMatchObject({ tone: 'late', action: 'sign_in' });
});

test('warns of a wrong clock beside whatever else is said', () => {
  expect(said({ clockOffMs: -3_600_000 }).warning).toBe(
    'Jam komputer ini selisih 60 menit. Tenggat dihitung dari jam pusat.',
  );
});

test('when the store is being restarted it says that what is typed stays', () => {
  expect(connectionWords('lost', calm, context)).toMatchObject({
    tone: 'busy',
    title: 'Menyambung kembali…',
    detail:
      'Menyambung kembali ke mesin penyimpanan. Yang Anda ketik tetap ada dan disimpan begitu tersambung.',
  });
});
