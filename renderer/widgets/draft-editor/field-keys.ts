import type { KeyboardEvent } from 'react';
import { type Gap, gapAfter } from '#shared/domain/answers/templates.ts';

/** Does this key open the templates: Ctrl+T, or "/" at the beginning of an empty line? */
export function opensTemplates(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  if (event.nativeEvent.isComposing || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 't' && !event.shiftKey;
  const { value, selectionStart: at, selectionEnd } = event.currentTarget;
  return (
    event.key === '/' &&
    at === selectionEnd &&
    (at === 0 || value[at - 1] === '\n') &&
    (at === value.length || value[at] === '\n')
  );
}

/** Tab goes to the next unfilled variable behind the caret; where there is none, it leaves the field. */
export function goesToGap(event: KeyboardEvent<HTMLTextAreaElement>, skips?: (gap: Gap) => boolean): boolean {
  if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
  const field = event.currentTarget;
  const gap = gapAfter(field.value, field.selectionEnd, skips);
  if (gap === null) return false;
  field.setSelectionRange(gap.from, gap.to);
  return true;
}

/** Ctrl+Enter, wherever in an editor the focus is. */
export function sends({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}
