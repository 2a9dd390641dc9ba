import { expect, test } from 'vitest';
import { type ZoomStep, zoomed, zoomKey } from './zoom.ts';

const press = (key: string, more = {}) =>
  zoomKey({ type: 'keyDown', key, control: true, meta: false, alt: false, ...more });

test.each(['+', '='])('Ctrl+%s makes everything larger', (key) => {
  expect(press(key)).toBe('in');
  expect(press(key, { control: false, meta: true })).toBe('in');
});

test('Ctrl+- makes it smaller, and Ctrl+0 as it was', () => {
  expect([press('-'), press('_'), press('0')]).toEqual(['out', 'out', 'reset']);
});

test('without Ctrl these keys are text, and with Alt somebody else’s', () => {
  expect(press('0', { control: false })).toBeNull();
  expect(press('+', { alt: true })).toBeNull();
  expect(press('+', { type: 'keyUp' })).toBeNull();
  expect(press('1')).toBeNull();
});

test('the level ends at about 70 % and 200 %', () => {
  const far = (step: ZoomStep) => Array.from({ length: 20 }).reduce<number>((at) => zoomed(at, step), 0);
  expect([far('in'), far('out'), zoomed(1.5, 'reset')]).toEqual([4, -2, 0]);
});
