import { Dialog } from '../../kit/Dialog.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import type { KeyGroup } from '../../widgets/screen/action.ts';
import type { DialogProps, Screen } from '../../widgets/screen/screen.ts';
import type { Translate } from '../../words/i18n.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './KeysDialog.module.css';

export function KeysDialog({ screens, onClose }: DialogProps) {
  const { t } = useWords();
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <ScrollArea label={t('keys.title')} className="dialog-body">
        <div className={styles.groups}>
          {(['list', 'case', 'all'] as const).map((group) => (
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

/** The keys of each thing that can be done there, under its words. */
export function linesOf(
  group: KeyGroup,
  screens: readonly Screen[],
  t: Translate,
): readonly [string, readonly string[]][] {
  const lines = new Map<string, readonly string[]>();
  for (const { keys = [], listed, listedAs, label } of screens.flatMap(({ actions = [] }) => actions)) {
    const key = listedAs ?? label;
    if (listed !== group || typeof key !== 'string') continue;
    const words = t(key);
    lines.set(words, [...(lines.get(words) ?? []), ...keys]);
  }
  return [...lines];
}
