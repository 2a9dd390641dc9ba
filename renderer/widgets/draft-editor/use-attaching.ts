import { useSyncExternalStore } from 'react';
import type { DraftAttachment } from '#shared/contract/window/drafts.ts';
import type { DraftKey } from '../../core/drafts/drafts.ts';
import type { Incoming } from '../../core/files/attaching.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { hold } from '../../core/state/undo.ts';
import { useWords } from '../../words/reference.tsx';
import { UNDO_MS } from '../undo/use-throw-away.ts';

/** The files on their way into a draft, and what can be done with those it has. */
export function useAttaching(draftId: string, key: DraftKey) {
  const { backend, attaching } = useServices();
  const { t } = useWords();
  const incoming = useSyncExternalStore(attaching.subscribe, () => attaching.read(draftId));
  return {
    incoming,
    /** Some are still being read: the draft cannot be sent without them. */
    busy: attaching.isBusy(draftId),
    add: (files: readonly File[]) => void attaching.add(draftId, key, files),
    dismiss: ({ id }: Incoming) => attaching.dismiss(draftId, id),
    choose: async ({ id }: DraftAttachment, original: boolean) => {
      await backend.attachment.choose({ id, original }).catch(() => announce(t('files.not_removed')));
    },
    remove: async ({ id, name }: DraftAttachment) => {
      const removed = await backend.attachment.remove({ id }).catch(() => null);
      if (removed === null) return announce(t('files.not_removed'));
      if (!removed.ok) return;
      announce(t('files.said_removed', { name }));
      hold({ what: 'file', id, ...key, name, until: Date.now() + UNDO_MS });
    },
  };
}
