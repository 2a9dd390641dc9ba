import { expect, test } from 'vitest';
import { actionOf, type KeyPress } from './keymap.ts';
import { ACTIONS } from './screens.ts';

const press = (key: string, where: Partial<KeyPress> = {}) =>
  actionOf(
    {
      key,
      ctrl: false,
      alt: false,
      shift: false,
      inText: false,
      emptyText: false,
      onControl: false,
      ...where,
    },
    ACTIONS,
  )?.id ?? null;

test('single letters act where nobody types', () => {
  expect(['j', 'k', 'r', 'n', 'b', 'c', 'a', '/', '?', 'Enter'].map((key) => press(key))).toEqual([
    'next',
    'previous',
    'follow_up',
    'internal_note',
    'return',
    'log',
    'record',
    'search',
    'help',
    'open',
  ]);
  expect(press('g')).toBe('morning');
  expect(press('J', { shift: true })).toBe('next');
});

test('single letters are letters in a text field', () => {
  for (const key of ['j', 'k', 'r', 'n', 'b', '/', '?', 'Enter'])
    expect(press(key, { inText: true })).toBeNull();
});

test('Ctrl+K, F1 and Escape work everywhere', () => {
  const inText = true;
  expect([press('k', { ctrl: true, inText }), press('F1', { inText }), press('Escape', { inText })]).toEqual([
    'palette',
    'handbook',
    'leave',
  ]);
});

test('Ctrl+Z belongs to the text as long as there is one', () => {
  expect([
    press('z', { ctrl: true, inText: true }),
    press('z', { ctrl: true, inText: true, emptyText: true }),
    press('z', { ctrl: true }),
  ]).toEqual([null, 'undo', 'undo']);
});

test('Enter on a button presses the button, and keys of the browser stay its own', () => {
  expect([
    press('Enter', { onControl: true }),
    press('r', { ctrl: true }),
    press('j', { alt: true }),
    press('F5'),
  ]).toEqual([null, null, null, null]);
});
