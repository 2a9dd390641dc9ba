import { create } from 'zustand';
import { show } from './navigation.ts';

/** Kept by the browser: the tour comes by itself once on a computer. */
const KEY = 'penghubung.tour';

function hasToured(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

/** `touring`: the first time, or because the officer asked for it. */
export const useTour = create<{ readonly touring: boolean }>()(() => ({ touring: !hasToured() }));

export function startTour(): void {
  show(null);
  useTour.setState({ touring: true });
}

export function endTour(): void {
  localStorage.setItem(KEY, 'seen');
  useTour.setState({ touring: false });
}
