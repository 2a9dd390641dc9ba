import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where the window stood, in device-independent pixels. Without a position the system chooses one. */
const windowState = z.object({
  bounds: z.object({
    x: z.int().exactOptional(),
    y: z.int().exactOptional(),
    width: z.int().min(400).max(20_000),
    height: z.int().min(300).max(20_000),
  }),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

/** The PC of the office: 1366×768, less the task bar. */
export const FIRST_STATE: WindowState = { bounds: { width: 1366, height: 728 }, maximized: false };

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The title bar must be within reach: a state whose top left lies on no screen loses its position. */
export function onScreen(state: WindowState, areas: readonly Area[]): WindowState {
  const { x, y, width, height } = state.bounds;
  if (x === undefined || y === undefined) return state;
  const visible = areas.some(
    (area) =>
      x + 100 < area.x + area.width &&
      x + width - 100 > area.x &&
      y >= area.y &&
      y + 50 < area.y + area.height,
  );
  return visible ? state : { bounds: { width, height }, maximized: state.maximized };
}

const fileOf = (dir: string) => join(dir, 'window.json');

/** The last state, or the first one where none was kept or it cannot be read. */
export function readWindowState(dir: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(fileOf(dir), 'utf8')));
  } catch {
    return FIRST_STATE;
  }
}

/** Keeps it for the next start. A full disk costs the position, not the window. */
export function keepWindowState(dir: string, state: WindowState): void {
  try {
    const aside = `${fileOf(dir)}.new`;
    writeFileSync(aside, JSON.stringify(state), { mode: 0o600 });
    renameSync(aside, fileOf(dir));
  } catch (error) {
    console.error('window state not kept:', error);
  }
}
