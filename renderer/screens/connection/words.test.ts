import { describe, expect, test } from 'vitest';
import type { SyncStatus } from '#shared/contract/window/sync.ts';
import { datedWords, wordsOf } from '../../words/i18n.ts';
import { connectionWords } from './words.ts';

const calm: SyncStatus = {
  phase: 'idle',
  outdated: false,
  upload: null,
  saving: null,
  online: true,
  obstacle: null,
  plainHttp: false,
  aside: null,
  signInNeeded: false,
  undelivered: 0,
  refused: 0,
  lastSyncedAt: '2026-11-24T03:42:00.000Z',
  differs: false,
  firstLoad: null,
  clockOffMs: null,
};
const context = datedWords(wordsOf('id'), '2026-11-24');
const said = (status: Partial<SyncStatus>) => connectionWords('open', { ...calm, ...status }, context);

test('the connection is "sama dengan pusat" when nothing waits and both sides were compared', () => {
  expect(said({})).toEqual({
    tone: 'ok',
    title: 'Daring · sama dengan pusat ✓ 10.42',
    detail: null,
    warnings: [],
    saving: null,
    action: 'sync',
  });
});

test('the connection stays "sama dengan pusat" while files only come down', () => {
  expect(said({ phase: 'transferring' })).toEqual(said({}));
});

describe('the connection is never "sama dengan pusat"', () => {
  const states: Partial<SyncStatus>[] = [
    { online: false },
    { online: false, undelivered: 3 },
    { undelivered: 1 },
    { phase: 'pushing', undelivered: 1 },
    { phase: 'pulling' },
    { phase: 'transferring', undelivered: 1 },
    { phase: 'transferring', lastSyncedAt: null },
    { phase: 'transferring', outdated: true },
    { phase: 'transferring', online: false },
    { signInNeeded: true },
    { firstLoad: 120 },
    { firstLoad: 120, online: false },
    { lastSyncedAt: null },
    { phase: 'waiting', undelivered: 2 },
    { phase: 'pulling', online: false },
    { phase: 'transferring', upload: { sent: 1, total: 2 } },
    { differs: true },
    { differs: true, phase: 'waiting' },
    { outdated: true },
    { outdated: true, phase: 'waiting' },
    { outdated: true, online: false },
    { obstacle: 'storage_full' },
    { obstacle: 'storage_read_only', firstLoad: 120 },
  ];
  test.each(states)('at %o', (status) => {
    expect(said(status).title).not.toMatch(/sama dengan pusat ✓/);
    expect(said(status).tone).not.toBe('ok');
  });

  test('while the window has no line to the backend', () => {
    for (const line of ['connecting', 'lost', 'refused'] as const) {
      expect(connectionWords(line, calm, context).title).not.toMatch(/sama dengan pusat ✓/);
    }
  });
});

test('an offline connection says how much waits, and that it is safe', () => {
  expect(said({ online: false, undelivered: 3 })).toMatchObject({
    tone: 'soon',
    title: 'Luring · 3 belum terkirim',
    detail: 'Aman di komputer ini. Sinkron terakhir 10.42',
  });
  expect(said({ online: false, lastSyncedAt: '2026-11-23T03:42:00.000Z' }).detail).toBe(
    'Sinkron terakhir Sen 23/11, 10.42',
  );
});

test('the first load counts what has arrived, and says that it goes on after a break', () => {
  expect(said({ firstLoad: 12_400, lastSyncedAt: null }).title).toBe('12.400 laporan diterima');
  expect(said({ firstLoad: 5, lastSyncedAt: null, online: false })).toMatchObject({
    tone: 'soon',
    detail: 'Terputus saat memuat pertama kali. Dilanjutkan otomatis dari sini.',
  });
  expect(said({ firstLoad: 0, lastSyncedAt: null, online: false, phase: 'pulling' }).tone).toBe('busy');
});

test('an access that has ended asks to sign in again, and says that nothing is lost', () => {
  expect(said({ signInNeeded: true, undelivered: 2 })).toMatchObject({
    tone: 'late',
    title: 'Perlu masuk lagi · 2 belum terkirim',
    action: 'sign_in',
  });
});

test('a wrong clock of this computer is warned of beside whatever else is said', () => {
  const warning = 'Jam komputer ini selisih 60 menit. Tenggat dihitung dari jam pusat.';
  for (const status of [{}, { online: false }, { signInNeeded: true }, { undelivered: 2 }]) {
    expect(said({ ...status, clockOffMs: -3_600_000 }).warnings).toEqual([warning]);
  }
});

test.each([
  ['stranger', /bukan layanan pusat.*Wi-Fi/],
  ['intercepted', /tidak ada yang dikirim/i],
  ['unknown_authority', /penerbit sertifikat.*belum dipasang.*Tidak ada yang dikirim/],
  ['proxy_password', /Proksi di jaringan ini meminta kata sandi.*petugas TI/],
  ['certificate_date', /tanggal dan jam komputer ini/],
] as const)(
  'a line that leads to "%s" is told from one that is cut, beside what is safe',
  (obstacle, sentence) => {
    const words = said({ online: false, obstacle, undelivered: 2 });
    expect(words).toMatchObject({
      title: 'Luring · 2 belum terkirim',
      detail: 'Aman di komputer ini. Sinkron terakhir 10.42',
    });
    expect(words.warnings).toEqual([expect.stringMatching(sentence)]);
  },
);

test('what does not come through while the rest does is named by its number', () => {
  const one = said({ undelivered: 2, aside: { count: 1, trackingId: '9400001' } });
  expect(one).toMatchObject({ title: 'Daring · 2 belum terkirim', tone: 'soon' });
  expect(one.warnings).toEqual([
    expect.stringMatching(/^Kiriman pada 9400001 tertahan.*Aman di komputer ini/),
  ]);
  const { warnings } = said({ undelivered: 2, aside: { count: 2, trackingId: '9400001' } });
  expect(warnings).toEqual([expect.stringMatching(/^2 kiriman tertahan \(yang pertama pada 9400001\)/)]);
});

test('a connection that a network carries in plain is marked, also while it is "tersinkron"', () => {
  for (const status of [{}, { online: false }, { undelivered: 2 }]) {
    expect(said({ ...status, plainHttp: true }).warnings).toEqual([expect.stringContaining('http')]);
  }
});

test.each([
  ['power', 'Hemat daya: lampiran diunduh saat dibuka.'],
  ['quota', 'Hemat kuota: lampiran diunduh saat dibuka.'],
] as const)(
  'what waits for %s is said, and does not trouble what is the same on both sides',
  (saving, sentence) => {
    expect(said({ saving })).toEqual({ ...said({}), saving: sentence });
  },
);

test('a try to connect is called a try, and what waits is still counted', () => {
  expect(said({ online: false, phase: 'pushing', undelivered: 2 })).toMatchObject({
    tone: 'busy',
    title: 'Menyambung… · 2 belum terkirim',
    detail: 'Aman di komputer ini. Sinkron terakhir 10.42',
  });
  expect(said({ online: false, phase: 'idle' })).toMatchObject({ tone: 'soon', title: 'Luring' });
});

test('an upload says how far the files are, and that their text has not arrived yet', () => {
  const upload = { sent: 1_230_000, total: 3_000_000 };
  expect(said({ phase: 'transferring', upload, undelivered: 1 })).toMatchObject({
    tone: 'busy',
    title: 'Mengunggah 41 % · 1 belum terkirim',
    detail: '1,2 MB dari 3 MB lampiran sudah di layanan pusat.',
  });
  // Files that wait for a connection are not being uploaded.
  expect(said({ online: false, upload, undelivered: 1 }).title).toBe('Luring · 1 belum terkirim');
});

test('an outdated program says what still works', () => {
  const warning =
    'Versi ini sudah terlalu lama: yang Anda tulis tetap dikirim, tetapi yang baru tidak masuk. Minta petugas TI memperbaruinya.';
  expect(said({ outdated: true })).toEqual({
    tone: 'soon',
    title: 'Versi perlu diperbarui',
    detail: 'Sinkron terakhir 10.42',
    warnings: [warning],
    saving: null,
    action: null,
  });
  expect(said({ outdated: true, online: false, undelivered: 1 })).toMatchObject({
    title: 'Luring · 1 belum terkirim',
    warnings: [warning],
  });
  expect(said({ outdated: true, undelivered: 1 })).toMatchObject({
    title: 'Daring · 1 belum terkirim',
    action: 'sync',
  });
});

test('whoever answers in place of the backend is named, with what to do', () => {
  expect(connectionWords('unproven', calm, context)).toMatchObject({
    tone: 'late',
    title: 'Ini bukan Penghubung Anda',
    detail: expect.stringContaining('tidak ada yang dikirim kepadanya'),
  });
});

test('a backend that is restarted says that what is typed stays', () => {
  expect(connectionWords('lost', calm, context)).toMatchObject({
    tone: 'busy',
    title: 'Menyambung kembali…',
    detail:
      'Yang Anda ketik tetap ada dan disimpan begitu tersambung. Bila lama, salin teks itu, lalu jalankan Penghubung lagi.',
  });
});

test.each([
  ['storage_full', 'Penyimpanan penuh', 'Kosongkan ruang'],
  ['storage_read_only', 'Penyimpanan menolak perubahan', 'Minta petugas TI'],
] as const)(
  'a disk that takes nothing (%s) is said in the first load too, and what to do',
  (obstacle, title, then) => {
    const shown = said({ obstacle, firstLoad: 11_196, phase: 'idle' });
    expect(shown).toMatchObject({ tone: 'late', title, action: 'sync' });
    expect(shown.warnings).toEqual([expect.stringContaining(then)]);
  },
);
