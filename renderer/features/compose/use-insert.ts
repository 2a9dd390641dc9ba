import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { withPiece } from '#shared/domain/templates.ts';

/** Puts a piece of text where the caret stands, and selects what is to be filled in it. */
export function useInsert(
  field: RefObject<HTMLTextAreaElement | null>,
  onText: (text: string) => void,
): (piece: string) => void {
  return (piece) => {
    const { current } = field;
    if (current === null) return;
    const at = { from: current.selectionStart, to: current.selectionEnd };
    const { text, from, to } = withPiece(current.value, at, piece);
    flushSync(() => onText(text));
    current.focus();
    current.setSelectionRange(from, to);
  };
}
