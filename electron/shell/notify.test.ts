import { beforeEach, expect, test } from 'vitest';
import type { ShellRequest } from '#shared/contract/process/window-bridge.ts';
import type { Note } from '#shared/domain/news/news.ts';
import { noteWords, requestOf, tellOfficer } from './notify.ts';
import { BrowserWindow, Notification, resetElectron } from './testing/electron.ts';

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
  const lead = (counts: Partial<Note['counts']>, only: Note['only'] = null) => requestOf(note(counts, only));
  expect([
    lead({ reply: 1 }, ONE),
    lead({ refused: 2, due: 1 }),
    lead({ reply: 2 }),
    lead({ reply: 1, due: 1 }),
  ]).toEqual([
    { type: 'open_complaint', complaintId: 'lapor-9300981', trackingId: '9300981' },
    { type: 'open_view', view: 'attention' },
    { type: 'open_view', view: 'replied' },
    { type: 'open_view', view: 'today' },
  ]);
});

test('who looks at the window is told nothing; else the system tells, and a click brings the window', () => {
  const window = new BrowserWindow({});
  const asked: (ShellRequest | string)[] = [];
  const ports = {
    window: { current: () => window as never, show: () => void asked.push('shown') },
    ask: (request: ShellRequest) => void asked.push(request),
  };
  const tell = () => tellOfficer(note({ reply: 1 }, ONE), ports, 'id');
  window.focused = true;
  tell();
  expect(Notification.shown).toEqual([]);
  window.focused = false;
  tell();
  expect(Notification.shown.map(({ options }) => options)).toEqual([
    { title: 'Balasan pelapor', body: '9300981 · Jalan' },
  ]);
  Notification.shown[0]?.emit('click');
  expect(asked).toEqual(['shown', requestOf(note({ reply: 1 }, ONE))]);
});
