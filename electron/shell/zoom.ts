import type { Input, WebContents } from 'electron';

export type ZoomStep = 'in' | 'out' | 'reset';

/** Chromium's levels: each whole one is 1.2 times the one before; 0 is 100 %. From 69 % to 207 %. */
const LOWEST = -2;
const HIGHEST = 4;
const STEP = 0.5;

export function zoomed(level: number, step: ZoomStep): number {
  if (step === 'reset') return 0;
  return Math.min(HIGHEST, Math.max(LOWEST, level + (step === 'in' ? STEP : -STEP)));
}

/** By the letter that is printed on the key: "+" needs Shift on most keyboards, not beside the digits. */
export function zoomKey({
  type,
  key,
  control,
  meta,
  alt,
}: Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>): ZoomStep | null {
  if (type !== 'keyDown' || alt || !(control || meta)) return null;
  if (key === '+' || key === '=') return 'in';
  if (key === '-' || key === '_') return 'out';
  return key === '0' ? 'reset' : null;
}

export function zoomBy(contents: WebContents, step: ZoomStep): void {
  contents.setZoomLevel(zoomed(contents.getZoomLevel(), step));
}

/** The usual keys, and the wheel with Ctrl. Chromium keeps the level for the next start. */
export function listenForZoom(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    const step = zoomKey(input);
    if (step === null) return;
    event.preventDefault();
    zoomBy(contents, step);
  });
  contents.on('zoom-changed', (_event, step) => zoomBy(contents, step));
}
