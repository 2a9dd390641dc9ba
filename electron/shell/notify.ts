import { Notification } from 'electron';
import type { ShellRequest, WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { NEWS_KINDS, type Note } from '#shared/domain/news/news.ts';
import { NEWS_WORDS } from '#shared/i18n/shell.ts';
import type { oneWindow } from './one-window.ts';

/** Number and category at most: others see a locked screen, too. */
export function noteWords({ counts, only }: Note, language: WindowFacts['language']) {
  const lines = NEWS_KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const { one, many } = NEWS_WORDS[kind];
    return counts[kind] === 1 ? one[language] : many[language].replace('{{count}}', String(counts[kind]));
  });
  if (only === null) return { title: 'Penghubung', body: lines.join(' · ') };
  const { trackingId, category } = only;
  return {
    title: lines.join(' · '),
    body: [trackingId, ...(category === null ? [] : [category])].join(' · '),
  };
}

/** Where a click leads: the one complaint, or the list in which all of it stands. */
export function requestOf({ counts, only }: Note): ShellRequest {
  if (only !== null) {
    const { complaintId, trackingId } = only;
    return { type: 'open_complaint', complaintId, trackingId };
  }
  if (counts.refused > 0) return { type: 'open_view', view: 'attention' };
  const isReply = counts.disposition === 0 && counts.due === 0;
  return { type: 'open_view', view: isReply ? 'replied' : 'today' };
}

/** Tells by the system, unless the officer looks at the window anyway. */
export function tellOfficer(
  note: Note,
  {
    window,
    ask,
  }: {
    readonly window: Pick<ReturnType<typeof oneWindow>, 'current' | 'show'>;
    readonly ask: (request: ShellRequest) => void;
  },
  language: WindowFacts['language'],
): void {
  if (window.current()?.isFocused() === true || !Notification.isSupported()) return;
  const notification = new Notification(noteWords(note, language));
  const forget = () => void shown.delete(notification);
  shown.add(notification);
  notification.once('click', () => {
    forget();
    window.show();
    ask(requestOf(note));
  });
  notification.once('close', forget);
  notification.show();
}

/** What nobody holds is collected, and its click is lost. */
const shown = new Set<Notification>();
