import { create } from 'zustand';
import { show } from './navigation.ts';

/** Kept by the window: who has seen it on this computer need not see it again. */
const KEY = 'penghubung.tour';

function hasToured(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

/** `touring`: the window is being shown, the first time or because it was asked for. */
export const useTour = create<{ readonly touring: boolean }>()(() => ({ touring: !hasToured() }));

export function startTour(): void {
  show(null);
  useTour.setState({ touring: true });
}

export function endTour(): void {
  localStorage.setItem(KEY, 'seen');
  useTour.setState({ touring: false });
}
