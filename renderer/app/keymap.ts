import type { Action } from '../widgets/screen/action.ts';

export type KeyPress = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** The focus is where letters are typed. */
  readonly inText: boolean;
  /** That field is empty. */
  readonly emptyText: boolean;
  /** The focus is on a thing that Enter presses: a button, a link, an open list. */
  readonly onControl: boolean;
};

/**
 * What a key does, wherever the focus is. Single letters and Enter act only where nobody types; F1, Esc and
 * keys with Ctrl everywhere. Ctrl+Z in a field with text belongs to that text; in an empty one (just sent) it
 * takes the sending back.
 */
export function actionOf(press: KeyPress, actions: readonly Action[]): Action | null {
  if (press.alt) return null;
  const name = nameOf(press);
  const action = actions.find(({ keys, keysInside }) => keysInside !== true && keys?.includes(name));
  if (action === undefined) return null;
  if (name === 'Ctrl+Z') return press.inText && !press.emptyText ? null : action;
  if (name === 'Enter') return press.inText || press.onControl || press.shift ? null : action;
  return press.inText && name.length === 1 ? null : action;
}

/** The key as it is printed: "j", "Esc", "Ctrl+Shift+A". */
function nameOf({ key, ctrl, shift }: KeyPress): string {
  const name = key.length === 1 ? key.toLowerCase() : key === 'Escape' ? 'Esc' : key;
  return ctrl ? `Ctrl+${shift ? 'Shift+' : ''}${name.toUpperCase()}` : name;
}
