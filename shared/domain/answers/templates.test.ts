import { describe, expect, test } from 'vitest';
import type { Complaint } from '../complaint/complaint.ts';
import { sampleComplaint } from '../testing/samples.ts';
import { BUILT_IN_TEMPLATES } from './built-in-templates.ts';
import {
  filled,
  gapAfter,
  gapsIn,
  isVariable,
  templatesFor,
  VARIABLES,
  variableValues,
  withPiece,
} from './templates.ts';

const AGENCY = { id: '1', name: 'Dinas Pekerjaan Umum' };
const OFFICER = { id: 'o', name: 'Rina Sitepu', role: 'penghubung', agency: AGENCY } as const;
const COMPLAINT = sampleComplaint({
  anonymous: false,
  reporterName: 'Tiur Manalu',
  trackingId: '9300701',
  agency: AGENCY,
  district: 'Medan Barat',
  village: 'Glugur Kota',
  regency: 'Medan',
  title: 'Lampu jalan mati',
  categoryPath: ['Infrastruktur', 'Penerangan jalan'],
  receivedAt: '2026-06-01T18:00:00.000Z',
});
const values = (change: Partial<Complaint>) =>
  variableValues({ ...COMPLAINT, ...change }, OFFICER, '2026-06-08', '2026-06-20');
const names = (text: string) => gapsIn(text).map(({ name }) => name);

describe('variables', () => {
  test('every known one is filled from the complaint and the day', () => {
    const all = VARIABLES.map((name) => `{${name}}`).join('|');
    expect(filled(all, values({})).split('|')).toEqual([
      'Tiur Manalu',
      '9300701',
      'Dinas Pekerjaan Umum',
      'Medan Barat',
      'Glugur Kota, Medan Barat',
      '8 Juni 2026',
      '20 Juni 2026',
      'Rina Sitepu',
      'Lampu jalan mati',
      'Penerangan jalan',
      '2 Juni 2026',
    ]);
    expect(filled('{Nama Pelapor} dari { Opd}', values({}))).toBe('Tiur Manalu dari { Opd}');
  });

  test('an anonymous reporter is never named, whatever the complaint says; a nameless one is addressed alike', () => {
    expect(filled('Yth. {nama pelapor}', values({ anonymous: true }))).toBe('Yth. Bapak/Ibu');
    expect(filled('Yth. {nama pelapor}', values({ reporterName: ' ' }))).toBe('Yth. Bapak/Ibu');
    expect(filled('Yth. {nama pelapor}', values({ reporterName: 'Budi S***' }))).toBe('Yth. Bapak/Ibu');
  });

  test('what nobody knows stays to be filled', () => {
    const unknown = values({ reporterName: null, district: null, village: null });
    expect(filled('{kecamatan}, {lokasi}, {tanggal pengerjaan}', unknown)).toBe(
      '{kecamatan}, Medan, {tanggal pengerjaan}',
    );
  });

  test('a value with braces or a dollar is put in as it is', () => {
    expect(filled('{nama pelapor}', values({ reporterName: '$& {x' }))).toBe('$& {x');
  });

  test.each([
    ['Pada {tanggal}, oleh {pelaksana pekerjaan}.', ['tanggal', 'pelaksana pekerjaan']],
    ['Kosong {} dan {1} dan { } dan {a\nb} bukan variabel', []],
    [`{${'a'.repeat(70)}}`, []],
    ['Tanpa kurung', []],
  ])('%j leaves %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('putting a template into a text', () => {
  test('several stand one under the other, and the first gap is selected', () => {
    const first = withPiece('', { from: 0, to: 0 }, 'Salam.');
    expect(first).toEqual({ text: 'Salam.', from: 6, to: 6 });
    const second = withPiece(first.text, first, 'Pada {tanggal} oleh {siapa}.');
    expect(second.text).toBe('Salam.\n\nPada {tanggal} oleh {siapa}.');
    expect(second.text.slice(second.from, second.to)).toBe('{tanggal}');
  });

  test('between two paragraphs, on an empty line, and in place of what is selected', () => {
    expect(withPiece('A\n\n\n\nB', { from: 3, to: 3 }, 'x').text).toBe('A\n\nx\n\nB');
    expect(withPiece('A\nB', { from: 2, to: 3 }, 'x').text).toBe('A\n\nx');
    expect(withPiece('AB', { from: 1, to: 1 }, 'x').text).toBe('A\n\nx\n\nB');
  });

  test('the next gap behind a place', () => {
    const text = '{a} dan {b}';
    expect(gapAfter(text, 0)?.name).toBe('a');
    expect(gapAfter(text, 3)?.name).toBe('b');
    expect(gapAfter(text, 9)).toBeNull();
    expect(gapAfter('{Kecamatan} dan {b}', 0, isVariable)?.name).toBe('b');
  });
});

describe('finding a template', () => {
  const found = (typed: string) => templatesFor(BUILT_IN_TEMPLATES, typed).map(({ name }) => name);

  test('by beginnings of words of its name first, then of its text', () => {
    expect(found('jad peng')).toEqual(['Jadwal pengerjaan']);
    expect(found('terima')[0]).toBe('Salam dan ucapan terima kasih');
    expect(found('terima')).toContain('Selesai dikerjakan');
    expect(found('')).toHaveLength(BUILT_IN_TEMPLATES.length);
    expect(found('xyz')).toEqual([]);
  });

  test('the built-in ones have names and ids of their own', () => {
    expect(new Set(BUILT_IN_TEMPLATES.map(({ id }) => id)).size).toBe(BUILT_IN_TEMPLATES.length);
    expect(new Set(BUILT_IN_TEMPLATES.map(({ name }) => name)).size).toBe(BUILT_IN_TEMPLATES.length);
    for (const { text } of BUILT_IN_TEMPLATES) expect(text).not.toMatch(/\{[^}]*$/);
  });
});
