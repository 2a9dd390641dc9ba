import * as z from 'zod';
import { keptFile } from './kept-file.ts';

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

const kept = (dir: string) => keptFile(dir, 'window.json', windowState, FIRST_STATE);

/** The last state, or the first one where none was kept or it cannot be read. */
export const readWindowState = (dir: string): WindowState => kept(dir).read();

/** Keeps it for the next start. */
export const keepWindowState = (dir: string, state: WindowState): void => kept(dir).write(state);
