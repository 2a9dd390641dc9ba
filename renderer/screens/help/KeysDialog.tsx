import { Dialog } from '../../kit/Dialog.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './KeysDialog.module.css';
import { linesOf } from './key-lines.ts';

const GROUPS = ['list', 'case', 'all'] as const;

/** Every key, by where it works. */
export function KeysDialog({ screens, onClose }: DialogProps) {
  const { t } = useWords();
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <ScrollArea label={t('keys.title')} className="dialog-body">
        <div className={styles.groups}>
          {GROUPS.map((group) => (
            <section key={group}>
              <h3 className={styles.name}>{t(`keys.group_${group}`)}</h3>
              <dl>
                {linesOf(group, screens, t).map(([words, keys]) => (
                  <div key={words} className={styles.row}>
                    <dt>{words}</dt>
                    <dd>
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <p className="small muted">{t('keys.note_text')}</p>
      </ScrollArea>
    </Dialog>
  );
}
