import { announce } from '../../core/state/announcement.ts';
import type { MessageKey } from '../../words/i18n.ts';
import { useWords } from '../../words/reference.tsx';

/** Puts a text into the clipboard and says so. Answers why the system did not take it, or null. */
export function useCopy() {
  const { t } = useWords();
  return async (text: string, said: MessageKey, failed: MessageKey = 'attention.not_copied') => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return t(failed);
    }
    announce(t(said));
    return null;
  };
}
