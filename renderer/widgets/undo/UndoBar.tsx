import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isSilent } from '#shared/domain/commands/command.ts';
import { type Held, release, useUndoable } from '../../core/state/undo.ts';
import { Button } from '../../kit/Button.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import type { Translate } from '../../words/i18n.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './UndoBar.module.css';
import { useUndo } from './use-undo.ts';

/** "Dikirim dalam 8 detik": what was sent or thrown away last, as long as it can be taken back. */
export function UndoBar() {
  const { t } = useWords();
  const held = useUndoable((state) => state.held);
  const undo = useUndo();
  const [now, setNow] = useState(() => Date.now());
  const any = held.length > 0;

  useEffect(() => {
    if (!any) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [any]);

  useEffect(() => {
    for (const { id, until } of held) if (until <= now) release(id);
  }, [held, now]);

  const last = held.findLast(({ until }) => until > now);
  if (last === undefined) return null;
  return (
    <div className={styles.bar}>
      <span className="ellipsis">{wordsOf(last, now, t)}</span>
      <Button icon={Undo2} size="small" onPress={() => void undo(last)}>
        {t('compose.undo')} <Kbd>Ctrl+Z</Kbd>
      </Button>
    </div>
  );
}

function wordsOf({ what, kind, name = '', ids = [], until }: Held, now: number, t: Translate): string {
  switch (what) {
    case 'many':
      return t('bulk.held', { count: ids.length, seconds: Math.ceil((until - now) / 1000) });
    case 'command':
      return isSilent(kind) ? '' : t(`command.${kind}.held`, { count: Math.ceil((until - now) / 1000) });
    case 'refused':
      return t('attention.discarded');
    case 'draft':
      return t('compose.thrown_away');
    case 'file':
      return t('files.removed', { name });
  }
}
