import { expect, test } from 'vitest';
import { matching, type PaletteCommand } from './commands.ts';

const command = (label: string, hint: string | null = null): PaletteCommand => ({
  id: label,
  group: 'actions',
  label,
  hint,
  run: () => {},
});
const commands = [
  command('Tulis tindak lanjut', 'r'),
  command('Tulis catatan internal', 'n'),
  command('Ke Terlambat'),
];
const found = (text: string) => matching(commands, text).map(({ label }) => label);

test('the palette finds a command by the beginnings of its words, in any order and case', () => {
  expect(found('cat TUL')).toEqual(['Tulis catatan internal']);
  expect(found('terl')).toEqual(['Ke Terlambat']);
  expect(found('xyz')).toEqual([]);
});

test('the palette shows everything while nothing is typed', () => {
  expect(found('  ')).toHaveLength(3);
});
