import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { useWords } from '../../words/reference.tsx';
import { filesOf } from './clipboard.ts';

const carriesFiles = (event: { readonly dataTransfer: DataTransfer | null }) =>
  event.dataTransfer?.types.includes('Files') === true;

/**
 * Takes files that are dropped on a part of the window or pasted into it. `over`: files hang above it. A file
 * that is dropped beside it is refused: the browser would open it in place of the page, and of everything
 * unsaved.
 */
export function useFileTarget(onFiles: (files: readonly File[]) => void) {
  const { t, timeOf, dayOfAnyYear } = useWords();
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
  const enter = (step: 1 | -1) => (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const handlers = {
    onDragEnter: enter(1),
    onDragLeave: enter(-1),
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    },
    onPaste: (event: ClipboardEvent) => {
      const now = new Date().toISOString();
      // A pasted picture never had a name: "tempelan 25 Nov 2026 14.05".
      const name = t('files.pasted', {
        day: dayOfAnyYear(dayOf(now)),
        time: timeOf(now),
      });
      const files = filesOf(event.clipboardData, name);
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    },
  };
  return { over, handlers };
}
