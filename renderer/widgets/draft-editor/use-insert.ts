import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { type Gap, withPiece } from '#shared/domain/answers/templates.ts';

/** Puts a piece of text where the caret stands, and selects what is to be filled in it. */
export function useInsert(
  field: RefObject<HTMLTextAreaElement | null>,
  onText: (text: string) => void,
  /** Gaps that are not to be filled here. */
  skips?: (gap: Gap) => boolean,
): (piece: string) => void {
  return (piece) => {
    const { current } = field;
    if (current === null) return;
    const at = { from: current.selectionStart, to: current.selectionEnd };
    const { text, from, to } = withPiece(current.value, at, piece, skips);
    flushSync(() => onText(text));
    current.focus();
    current.setSelectionRange(from, to);
  };
}
