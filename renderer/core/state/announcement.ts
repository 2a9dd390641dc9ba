import { create } from 'zustand';

/** What screen readers say, once. */
export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }));

export function announce(text: string): void {
  useAnnouncement.setState({ text });
}
