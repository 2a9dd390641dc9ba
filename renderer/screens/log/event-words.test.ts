import { describe, expect, test } from 'vitest';
import { SYNC_EVENTS, type SyncEvent } from '#shared/contract/window/sync.ts';
import { wordsOf } from '../../words/i18n.ts';
import { byDay, eventWords, isProblem } from './event-words.ts';

const context = wordsOf('id');
const event = (name: SyncEvent['event'], detail: string | null = null): SyncEvent => ({
  at: '2026-11-24T03:42:00.000Z',
  event: name,
  detail,
  trackingId: null,
});
const said = (name: SyncEvent['event'], detail: string | null = null) =>
  eventWords(event(name, detail), context);

test.each(SYNC_EVENTS)('the event "%s" of the log is a sentence of its own', (name) => {
  expect(said(name)).toMatch(/^\p{Lu}.*\.$/u);
  expect(SYNC_EVENTS.filter((other) => said(other) === said(name))).toEqual([name]);
});

describe('an event of the log says what is known more exactly', () => {
  test.each([
    ['accepted', 'K-20931', 'Diterima layanan pusat, tanda terima K-20931.'],
    ['composed', 'follow_up', 'Tindak lanjut dikirim ke kotak keluar komputer ini.'],
    ['refused', 'closed', 'Ditolak layanan pusat. Laporan sudah ditutup di LAPOR!.'],
    ['uploaded', '3400000', 'Lampiran terunggah, 3,4 MB.'],
    ['offline', 'timeout', 'Sambungan terputus: layanan pusat tidak menjawab pada waktunya.'],
  ] as const)('%s %s', (name, detail, sentence) => {
    expect(said(name, detail)).toBe(sentence);
  });
});

test('a code of the log that has no words yet is shown as it is', () => {
  expect(said('offline', 'tls_broken')).toBe('Sambungan terputus: tls_broken.');
  expect(said('refused', 'from_the_future')).toContain('from_the_future');
});

test('the log does not name the officer of an enrolment', () => {
  expect(said('enrolled', 'o-1')).toBe(said('enrolled'));
});

test('the problems of the log are the events that did not go as they should', () => {
  expect(SYNC_EVENTS.filter((name) => !isProblem(event(name)))).toEqual([
    'enrolled',
    'composed',
    'withdrawn',
    'accepted',
    'reopened',
    'resent',
    'discarded',
    'online',
    'synced',
    'uploaded',
  ]);
});

test('events of the log stand under their day in WIB', () => {
  const at = (time: string): SyncEvent => ({ ...event('synced'), at: time });
  const days = byDay([
    at('2026-11-24T18:00:00.000Z'),
    at('2026-11-24T17:00:00.000Z'),
    at('2026-11-24T16:59:00.000Z'),
  ]);
  expect(days.map(([day, events]) => [day, events.length])).toEqual([
    ['2026-11-25', 2],
    ['2026-11-24', 1],
  ]);
});
