import { describe, expect, test } from 'vitest';
import type { CaseView } from '#shared/contract/window/case.ts';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { ENTRY_KINDS } from '#shared/domain/complaint/entry.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { sampleComplaint, sampleEntry, sampleOfficer } from '#shared/domain/testing/samples.ts';
import { datedWords, wordsOf } from '../../words/i18n.ts';
import { type Printing, picturesOf, sheetOf } from './sheet.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const basis = { rules: BUILT_IN_RULES, calendar };
const context = { calendar, ...datedWords(wordsOf('id'), '2026-02-27') };

function sheet(
  complaint: Partial<Complaint>,
  printing: Partial<Printing> = {},
  view: Partial<CaseView> = {},
) {
  const whole: CaseView = {
    complaint: sampleComplaint(complaint),
    ours: true,
    deliveries: {},
    drafts: [],
    at: '',
    viewers: [],
    files: {},
    ...view,
  };
  const who = { officer: sampleOfficer, internal: false, invented: false, at: '2026-02-27T02:05:00.000Z' };
  return sheetOf(whole, { ...who, ...printing }, basis, context);
}

const fact = (name: string, { facts }: ReturnType<typeof sheet>) =>
  facts.find(([known]) => known === name)?.[1];

test('a sheet says whose it is, which report it is, how its deadlines stand, and who printed it', () => {
  const { head, number, title, marks, deadlines, printed } = sheet({});
  expect({ head, number, title, marks, deadlines, printed }).toEqual({
    head: ['Pemerintah Kabupaten Contoh', 'Dinas Perhubungan'],
    number: { name: 'Nomor LAPOR!', value: '9300431' },
    title: 'Lampu Jalan Mati Sepanjang Cemara',
    marks: [],
    deadlines: [
      {
        name: 'Jawaban pertama',
        state: 'jatuh tempo Sel, 24 Feb 2026: terlambat 3 hari kerja',
        arithmetic: expect.stringContaining('diteruskan Jum 13/2'),
      },
      {
        name: 'Penyelesaian',
        state: 'jatuh tempo Sen, 9 Mar 2026: 6 hari kerja lagi',
        arithmetic: expect.stringContaining('diteruskan Jum 13/2'),
      },
    ],
    printed:
      'Dicetak Jum, 27 Feb 2026, 09.05 WIB oleh Rina Sitepu, Dinas Perhubungan, dari data di komputer ini pada saat itu.',
  });
});

test('what was late stays late on paper, and a clock that waits says for what', () => {
  const answer = sampleEntry({ kind: 'follow_up', at: '2026-02-26T03:00:00.000Z' });
  expect(sheet({ timeline: [answer], rawStatus: 'Ditindaklanjuti oleh Instansi' }).deadlines[0]?.state).toBe(
    'jatuh tempo Sel, 24 Feb 2026: dijawab hari ke-7, terlambat 2 hari kerja',
  );
  const question = sampleEntry({ kind: 'question', at: '2026-02-18T03:00:00.000Z' });
  const waiting = sheet({ timeline: [question], rawStatus: 'Ditindaklanjuti oleh Instansi' });
  expect(waiting.deadlines[1]?.state).toBe('menunggu data pelapor');
});

describe('whoever finds the sheet may read it', () => {
  const notes = ENTRY_KINDS.map((kind) =>
    sampleEntry({ id: kind, kind, visibility: 'agency', text: `dalam ${kind}`, detail: {} }),
  );
  const answer = sampleEntry({ id: 'a', kind: 'follow_up', visibility: 'public', text: 'Sudah menyala.' });

  test('what only the agency may read stands on it when the officer chose so, and is marked', () => {
    const timeline = [...notes, answer];
    expect(sheet({ timeline }).entries.map(({ id }) => id)).toEqual(['disposition', 'a']);
    const { entries, marks } = sheet({ timeline }, { internal: true });
    expect(entries.map(({ id }) => id)).toEqual(timeline.map(({ id }) => id));
    expect(entries.filter(({ notes: said }) => said.includes('hanya OPD')).length).toBe(notes.length - 1);
    expect(marks.map(({ word }) => word)).toEqual(['HANYA UNTUK OPD']);
  });

  test('an anonymous reporter has no name on it, whatever this computer knows, and nobody a telephone', () => {
    const reporter = { name: 'Siti Aminah', phone: '0812-3456-7890', email: 'siti@contoh.example' };
    const source = { platform: 'x', author: '@siti', link: 'https://x.example/siti', at: '' } as const;
    const record = sampleEntry({
      kind: 'record',
      text: 'Dicatat',
      detail: { recorded: { reporter, source } },
    });
    for (const anonymous of [true, false]) {
      const made = sheet({ anonymous, reporterName: 'Siti Aminah', timeline: [record] }, { internal: true });
      expect(JSON.stringify(made)).not.toMatch(/0812|siti@|@siti|x\.example/);
      expect(fact('Pelapor', made)).toBe(anonymous ? 'Anonim (identitasnya dirahasiakan)' : 'Siti Aminah');
    }
  });

  test('a confidential report and an invented one are marked', () => {
    const { marks } = sheet({ confidential: true }, { invented: true });
    expect(marks.map(({ word }) => word)).toEqual(['RAHASIA', 'REKAAN']);
  });
});

test('a text that the central service does not have yet does not look as if it had', () => {
  const timeline = [sampleEntry({ id: 'a', kind: 'follow_up', receipt: null })];
  const delivery = { heldUntil: null, receipt: null, code: null, upload: null };
  const notesOf = (state: 'queued' | 'accepted', receipt: string | null) =>
    sheet({ timeline }, {}, { deliveries: { a: { ...delivery, state, receipt } } }).entries[0]?.notes;
  expect([notesOf('queued', null), notesOf('accepted', 'K-20931')]).toEqual([
    ['antre'],
    ['tanda terima K-20931'],
  ]);
});

test('the reporter’s own text stands before the edited one, and alone where they are the same', () => {
  const texts = (complaint: Partial<Complaint>) => sheet(complaint).texts.map(({ text }) => text);
  expect(texts({ originalText: 'mati', finalText: 'Mati.' })).toEqual(['mati', 'Mati.']);
  expect(texts({ originalText: 'mati', finalText: ' mati ' })).toEqual(['mati']);
  expect(texts({ originalText: '', finalText: '' })).toEqual(['Laporan ini tidak berisi teks.']);
});

test('a report of which nothing is known yet is a whole sheet all the same', () => {
  const empty = sheet({
    ...{ trackingId: '', id: 'catat-01996c00-0000-4000-8000-000000000001', title: ' ', parentAgency: null },
    ...{ reporterName: null, village: null, district: null, regency: null, province: null, channel: '' },
    ...{ agency: null, categoryPath: [], receivedAt: 'kemarin', dispositionedAt: null, timeline: [] },
  });
  expect([empty.number, empty.title, empty.entries]).toEqual([
    { name: 'Nomor', value: 'belum bernomor' },
    'Tanpa judul',
    [],
  ]);
  expect(empty.facts.map(([, value]) => value).filter((value) => value.trim() === '')).toEqual([]);
  expect(fact('Laporan masuk', empty)).toBe('tidak tercatat');
});

test('a mark that turns the direction turns nothing beside it', () => {
  const author = { officerId: 'o-2', name: 'Rina\u202e', role: 'penghubung', agencyId: null } as const;
  const made = sheet({
    parentAgency: 'Pemkab\u2067',
    timeline: [sampleEntry({ kind: 'follow_up', author })],
  });
  expect([made.head[0], made.entries[0]?.by]).toEqual(['Pemkab', expect.stringMatching(/· Rina$/)]);
});

test('pictures that are here stand beside their names, the first two dozen', () => {
  const photo = (n: number): Attachment => ({
    sha256: `${n}`.padStart(64, '0'),
    name: `${n}.jpg`,
    type: 'image/jpeg',
    size: 9,
  });
  const photos = Array.from({ length: 40 }, (_, n) => photo(n));
  const here = Object.fromEntries(
    photos.slice(1).map(({ sha256 }) => [sha256, { state: 'here', received: 9 } as const]),
  );
  const made = sheet(
    { timeline: [sampleEntry({ kind: 'follow_up', attachments: photos })] },
    {},
    { files: here },
  );
  expect(picturesOf(made)).toEqual(photos.slice(1, 25));
});
