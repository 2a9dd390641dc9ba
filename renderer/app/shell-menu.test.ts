import { expect, test } from 'vitest';
import type { Situation } from '../widgets/screen/action.ts';
import { wordsOf } from '../words/i18n.ts';
import { ACTIONS, SCREENS } from './screens.ts';
import { shellMenu } from './shell-menu.ts';

const { t } = wordsOf('id');
// What is offered looks at nothing else of it.
const situation = (now: Partial<Situation> = {}) =>
  ({
    selectedId: null,
    picked: 0,
    searching: false,
    savedViews: [],
    session: { standalone: false },
    ...now,
  }) as Situation;
const menu = (now: Partial<Situation> = {}, blocked = false) =>
  shellMenu(SCREENS, situation(now), t, blocked);
const line = (label: string, now: Partial<Situation> = {}, blocked = false) => {
  const group = menu(now, blocked).find(({ lines }) => lines.some((one) => one.label === label));
  const found = group?.lines.find((one) => one.label === label);
  return found && [group?.name, found.key, found.enabled];
};

test('every command of the palette stands in a menu, under its words and with its key', () => {
  const ids = menu({ selectedId: 'lapor-1' }).flatMap(({ lines }) => lines.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)]);
  const possible = ACTIONS.filter(
    ({ label, offered }) => label !== undefined && offered?.(situation({ selectedId: 'lapor-1' })) !== false,
  );
  expect(ids).toEqual(expect.arrayContaining(possible.map(({ id }) => id)));
  expect(line('Tulis tindak lanjut', { selectedId: 'lapor-1' })).toEqual(['case', 'r', true]);
  expect(line('Cetak laporan', { selectedId: 'lapor-1' })).toEqual(['case', 'Ctrl+P', true]);
  expect(line('Semua perintah')).toEqual(['all', 'Ctrl+K', true]);
  expect(line('Ke Terlambat')).toEqual(['views', null, true]);
  expect(line('Tampilan gelap')).toEqual(['settings', null, true]);
  expect(line('Sisipkan templat', { selectedId: 'lapor-1' })).toEqual(['case', 'Ctrl+T', true]);
});

test('what needs a complaint cannot be chosen without one, nor anything behind a dialog', () => {
  expect(line('Tulis tindak lanjut')).toEqual(['case', 'r', false]);
  expect(line('Cetak laporan')).toEqual(['case', 'Ctrl+P', false]);
  expect(line('Rencanakan hari yang dijanjikan')).toEqual(['case', 'p', false]);
  expect(line('Semua perintah', {}, true)).toEqual(['all', 'Ctrl+K', false]);
});

test('what this office cannot do at all is left out', () => {
  expect(line(t('joining.palette_import'))).toBeUndefined();
  expect(line(t('joining.palette_import'), { session: { standalone: true } as never })).toBeDefined();
  expect(line(t('palette.save_view'))).toBeUndefined();
});
