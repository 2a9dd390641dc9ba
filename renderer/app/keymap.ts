/** What a key does, wherever the focus is. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'open'
  | 'reply'
  | 'note'
  | 'return'
  | 'forward'
  | 'finish'
  | 'snooze'
  | 'publish'
  | 'promise'
  | 'draft'
  | 'attach'
  | 'search'
  | 'palette'
  | 'help'
  | 'handbook'
  | 'pick'
  | 'log'
  | 'record'
  | 'morning'
  | 'undo'
  | 'leave';

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

const LETTERS: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  k: 'previous',
  r: 'reply',
  n: 'note',
  b: 'return',
  f: 'forward',
  e: 'finish',
  s: 'snooze',
  t: 'publish',
  p: 'promise',
  d: 'draft',
  l: 'attach',
  c: 'log',
  x: 'pick',
  a: 'record',
  g: 'morning',
  '/': 'search',
  '?': 'help',
};

/**
 * Single letters act only where nobody types; Ctrl+K, Ctrl+Shift+A and Ctrl+Shift+D everywhere. Ctrl+Z in a field with text belongs to that text,
 * in an empty one (just sent) it takes the sending back.
 */
export function actionOf(press: KeyPress): KeyAction | null {
  if (press.alt) return null;
  if (press.key === 'F1') return 'handbook';
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrl) {
    if (key === 'k' && !press.shift) return 'palette';
    if (press.shift && key === 'a') return 'attach';
    if (press.shift && key === 'd') return 'draft';
    if (key === 'z' && !press.shift && (!press.inText || press.emptyText)) return 'undo';
    return null;
  }
  if (key === 'Escape') return 'leave';
  if (press.inText) return null;
  if (key === 'Enter') return press.onControl || press.shift ? null : 'open';
  return LETTERS[key] ?? null;
}
