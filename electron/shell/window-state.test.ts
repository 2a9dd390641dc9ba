import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST_STATE, keepWindowState, onScreen, readWindowState } from './window-state.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-window-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const state = { bounds: { x: 100, y: 50, width: 1280, height: 720 }, maximized: true };

test('the window opens where it was closed', () => {
  keepWindowState(dir, state);
  expect(readWindowState(dir)).toEqual(state);
});

test.each([
  ['nothing', undefined],
  ['half a file', '{"bounds":{"x":1'],
  ['a size of nothing', '{"bounds":{"width":0,"height":0},"maximized":false}'],
  ['something else', '[]'],
])('where %s was kept, it opens at its first size', (_what, content) => {
  if (content !== undefined) writeFileSync(join(dir, 'window.json'), content);
  expect(readWindowState(dir)).toEqual(FIRST_STATE);
});

test('a state that cannot be written costs nothing but the position', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  keepWindowState(join(dir, 'absent'), state);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

const left = { x: 0, y: 0, width: 1366, height: 728 };
const right = { x: 1366, y: 0, width: 1920, height: 1040 };

test('a window on a screen that is no longer there comes back to one that is', () => {
  const onRight = { bounds: { x: 1500, y: 40, width: 1280, height: 720 }, maximized: false };
  expect(onScreen(onRight, [left, right])).toEqual(onRight);
  expect(onScreen(onRight, [left])).toEqual({ bounds: { width: 1280, height: 720 }, maximized: false });
});

test.each([
  ['above the screen', { x: 10, y: -30 }],
  ['below it', { x: 10, y: 700 }],
  ['left of it but for a strip', { x: -1200, y: 10 }],
  ['right of it but for a strip', { x: 1300, y: 10 }],
])('a window %s, whose title bar nobody can reach, loses its position', (_where, { x, y }) => {
  const lost = { bounds: { x, y, width: 1280, height: 720 }, maximized: false };
  expect(onScreen(lost, [left]).bounds).toEqual({ width: 1280, height: 720 });
});
