import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { hold } from '../../core/state/undo.ts';
import { useWords } from '../../words/reference.tsx';
import { UNDO_MS } from '../undo/use-throw-away.ts';

/** Throws a refused text away, with the time to take that back. Answers what went wrong, or null. */
export function useDiscard(): (item: OutboxItem) => Promise<string | null> {
  const { backend } = useServices();
  const { t } = useWords();
  return async ({ id, complaintId, kind }) => {
    const { ok } = await backend.command.discard({ id });
    if (!ok) return t('attention.not_done');
    hold({ what: 'refused', id, complaintId, kind, name: '', until: Date.now() + UNDO_MS });
    announce(t('attention.said_discarded'));
    return null;
  };
}
