import { expect, test } from 'vitest';
import { DIALOG_NAMES } from '../core/state/navigation.ts';
import { linesOf } from '../screens/help/KeysDialog.tsx';
import { paletteCommands } from '../screens/palette/commands.ts';
import type { Situation } from '../widgets/screen/action.ts';
import { chaptersOf } from '../widgets/screen/screen.ts';
import { wordsOf } from '../words/i18n.ts';
import { ACTIONS, DIALOGS, SCREENS } from './screens.ts';

const { t } = wordsOf('id');
// What is offered looks at nothing else of it.
const situation = (now: Partial<Situation>) =>
  ({ selectedId: null, picked: 0, searching: false, savedViews: [], session: {}, ...now }) as Situation;
const offered = (now: Partial<Situation>) =>
  paletteCommands(SCREENS, situation(now), t).map(({ label }) => label);

test('every window over the queue is registered by a screen', () => {
  expect(Object.keys(DIALOGS).sort()).toEqual([...DIALOG_NAMES].sort());
});

test('no key of the window means two things, and no action has the name of another', () => {
  const keys = ACTIONS.flatMap((action) => (action.keysInside ? [] : (action.keys ?? [])));
  expect(keys).toEqual([...new Set(keys)]);
  const ids = ACTIONS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('the letters that no action has yet: a new key is one of them', () => {
  const taken = ACTIONS.flatMap(({ keys = [] }) => keys);
  expect([...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !taken.includes(letter)).join(' ')).toBe(
    'h i m o q u v w y z',
  );
});

test('the palette offers what can be done to the selected complaint and to the picked ones', () => {
  expect(offered({})).not.toContain('Tulis tindak lanjut');
  expect(offered({ selectedId: 'lapor-1' }).slice(0, 3)).toEqual([
    'Tulis tindak lanjut',
    'Tulis catatan internal',
    'Tugaskan ke rekan atau subunit',
  ]);
  expect(offered({ picked: 2 })).toContain(t('bulk.palette_snooze', { count: 2 }));
  expect(offered({})).not.toContain(t('palette.save_view'));
  expect(offered({ searching: true })).toContain(t('palette.save_view'));
});

test('the palette leads to the views that the officer has kept, after those that everybody has', () => {
  const view = { id: 'v-1', name: 'Lampu Galang', search: 'lampu', order: 'best', fields: [] } as const;
  const views = paletteCommands(SCREENS, situation({ savedViews: [view as never] }), t).filter(
    ({ group }) => group === 'views',
  );
  expect(views.at(0)?.label).toBe('Ke Hari ini');
  expect(views.at(-1)?.label).toBe('Ke Lampu Galang');
});

test('the list of keys names each thing once, with all its keys', () => {
  expect(linesOf('list', SCREENS, t)).toEqual([
    ['Berikutnya / sebelumnya', ['j', 'k', '↓', '↑']],
    ['Satu layar naik / turun', ['PgDn', 'PgUp']],
    ['Laporan pertama / terakhir', ['Home', 'End']],
    ['Buka laporan', ['Enter']],
    ['Pilih untuk tindakan bersama', ['x']],
  ]);
  expect(linesOf('case', SCREENS, t)).toContainEqual(['Lampirkan berkas', ['l', 'Ctrl+Shift+A']]);
  expect(linesOf('all', SCREENS, t).map(([, keys]) => keys.join())).toEqual([
    'a',
    '/',
    'Ctrl+K',
    'g',
    'c',
    'F1',
    '?',
    'Esc',
  ]);
});

test('the handbook has its chapters in the order in which they are read', () => {
  expect(chaptersOf(SCREENS).map(({ title }) => title)).toEqual([
    'Sepuluh menit di pagi hari',
    'Dua jam setiap laporan',
    'Terlambat: mengapa?',
    'Menulis jawaban',
    'Bersama rekan',
    'Mencari',
    'Tanpa sambungan',
    'Diberi tahu tanpa jendela',
    'Pengaduan dari kanal lain',
    'Menayangkan di LAPOR!',
    'Mencetak laporan',
    'Tanpa layanan pusat',
    'Berlatih tanpa risiko',
  ]);
});
