import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { isEmpty } from '../../core/drafts/drafts.ts';
import type { BegunListState } from '../../core/state/begun-list.ts';
import { inLine } from '../../words/direction.ts';
import type { Translate } from '../../words/i18n.ts';

/** The drafts that the list shows now. `atStart`: those that were begun when the window was opened. */
export function shownDrafts(
  begun: readonly ListedDraft[],
  atStart: ReadonlySet<string>,
  state: BegunListState,
): readonly ListedDraft[] {
  // A draft whose first file is still on its way has nothing to show yet.
  const full = begun.filter((draft) => !isEmpty(draft));
  switch (state) {
    case 'start':
      return full.filter(({ id }) => atStart.has(id));
    case 'asked':
      return full;
    case 'closed':
      return [];
  }
}

const FIRST_LETTERS = 80;

/** The first words of a draft, and how many files it has. */
export function openWords({ text, attachments }: ListedDraft, t: Translate): string {
  const words = text.trim().replace(/\s+/g, ' ');
  const first = words.length > FIRST_LETTERS ? `${words.slice(0, FIRST_LETTERS)}…` : words;
  const files = attachments.length === 0 ? [] : [t('recovery.files', { count: attachments.length })];
  return inLine([first === '' ? t('recovery.no_text') : `“${first}”`, ...files]);
}

/** The draft stands in no row of the queue: a complaint that is being recorded, or a joint answer. */
export function isLoose({ kind, choices }: ListedDraft): boolean {
  return kind === 'record' || choices.joint !== undefined;
}
