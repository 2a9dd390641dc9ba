import { create } from 'zustand';
import { show } from './navigation.ts';

/** Null: the tour of the window comes by itself where nobody has seen it (`Settings.tour`). */
export const useTour = create<{ readonly touring: boolean | null }>()(() => ({ touring: null }));

export function startTour(): void {
  show(null);
  useTour.setState({ touring: true });
}
