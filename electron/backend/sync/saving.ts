import type { Saving } from '#shared/contract/window/sync.ts';

/**
 * Why work that can wait does wait: files that nobody has asked for, and new versions of the program. Texts,
 * and what the officer asks for, never do. Null: nothing waits.
 */
export function savingOf(means: { readonly onBattery: boolean; readonly metered: boolean }): Saving | null {
  // On the mains the line costs as much as before.
  if (means.metered) return 'quota';
  return means.onBattery ? 'power' : null;
}
