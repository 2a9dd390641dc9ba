import { beforeEach, expect, test } from 'vitest';
import type { Chosen } from '#shared/contract/process/window-bridge.ts';
import type { Note } from '#shared/domain/news/news.ts';
import { noteWords, placeOf, tellOfficer } from './notify.ts';
import { app, BrowserWindow, Notification, resetElectron } from './testing/electron.ts';

beforeEach(() => resetElectron('/nowhere'));

const NONE = { refused: 0, reply: 0, disposition: 0, due: 0 };
const ONE = { complaintId: 'lapor-9300981', trackingId: '9300981', category: 'Jalan' };
const note = (counts: Partial<Note['counts']>, only: Note['only'] = null): Note => ({
  counts: { ...NONE, ...counts },
  only,
});

test('one complaint is named by number and category, many things by their counts', () => {
  expect(noteWords(note({ disposition: 1 }, ONE), 'id')).toEqual({
    title: 'Disposisi baru',
    body: '9300981 · Jalan',
  });
  expect(noteWords(note({ refused: 1 }, { ...ONE, category: null }), 'en')).toEqual({
    title: 'Refused, the text is kept',
    body: '9300981',
  });
  expect(noteWords(note({ disposition: 3, reply: 1, due: 12 }), 'id')).toEqual({
    title: 'Penghubung',
    body: 'Balasan pelapor · 3 disposisi baru · 12 jatuh tempo hari kerja berikutnya',
  });
});

test('a click leads to the complaint, or to the list in which all of it stands', () => {
  expect(placeOf(note({ reply: 1 }, ONE))).toEqual({ type: 'complaint', id: 'lapor-9300981' });
  const list = (counts: Partial<Note['counts']>) => placeOf(note(counts)).id;
  expect([list({ refused: 2, due: 1 }), list({ reply: 2 }), list({ reply: 1, due: 1 })]).toEqual([
    'view attention',
    'view replied',
    'view today',
  ]);
});

test('who looks at the window is told nothing; else the system tells, and a click brings the window', () => {
  const window = new BrowserWindow({});
  const chosen: (Chosen | string)[] = [];
  const ports = {
    current: () => window as never,
    show: () => void chosen.push('shown'),
    choose: (place: Chosen) => void chosen.push(place),
  };
  const tell = () => tellOfficer({ type: 'news', note: note({ reply: 1 }, ONE) }, ports, 'id');
  window.focused = true;
  tell();
  expect(Notification.shown).toEqual([]);
  window.focused = false;
  tell();
  expect(Notification.shown.map(({ options }) => options)).toEqual([
    { title: 'Balasan pelapor', body: '9300981 · Jalan' },
  ]);
  Notification.shown[0]?.emit('click');
  expect(chosen).toEqual(['shown', { type: 'complaint', id: 'lapor-9300981' }]);
});

test('what is unsent and due is the number beside the icon', () => {
  const ports = { current: () => null, show: () => {}, choose: () => {} };
  tellOfficer({ type: 'counts', unsent: 2, due: 5 }, ports, 'id');
  expect(app.badge).toBe(7);
});
