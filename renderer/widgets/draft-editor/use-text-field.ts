import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { type Gap, withPiece } from '#shared/domain/answers/templates.ts';

/** The field that shows `text`, and the ways to write into it with the caret where the officer expects it. */
export function useTextField(text: string, onText: (text: string) => void, skips?: (gap: Gap) => boolean) {
  const field = useRef<HTMLTextAreaElement>(null);
  const focusAt = (from: number, to = from) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  /** Changes the whole text and selects a part of it, or puts the caret at its end. */
  const put = (next: string, from = next.length, to = from) => {
    flushSync(() => onText(next));
    focusAt(from, to);
  };
  const selection = () => ({
    from: field.current?.selectionStart ?? text.length,
    to: field.current?.selectionEnd ?? text.length,
  });
  return {
    field,
    focusAt,
    focusEnd: () => focusAt(text.length),
    put,
    /** Writes at the caret, as if it were typed. */
    type: (typed: string) => {
      const { from, to } = selection();
      put(text.slice(0, from) + typed + text.slice(to), from + typed.length);
    },
    /** Puts a template or an old answer where the caret stands, and selects what is to be filled in it. */
    insert: (piece: string) => {
      const { text: next, from, to } = withPiece(text, selection(), piece, skips);
      put(next, from, to);
    },
  };
}
