import { Dialog } from '../../kit/Dialog.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './KeysDialog.module.css';

const GROUPS = [
  {
    name: 'group_list',
    keys: [
      [['j', 'k', '↓', '↑'], 'move'],
      [['PgDn', 'PgUp'], 'page'],
      [['Home', 'End'], 'ends'],
      [['Enter'], 'open'],
      [['x'], 'pick'],
    ],
  },
  {
    name: 'group_case',
    keys: [
      [['r'], 'reply'],
      [['n'], 'note'],
      [['f'], 'forward'],
      [['b'], 'return'],
      [['e'], 'finish'],
      [['s'], 'snooze'],
      [['t'], 'publish'],
      [['p'], 'promise'],
      [['l', 'Ctrl+Shift+A'], 'attach'],
      [['d', 'Ctrl+Shift+D'], 'draft'],
      [['Ctrl+T', '/'], 'template'],
      [['Ctrl+Shift+P'], 'preview'],
      [['Ctrl+J'], 'answered'],
      [['Ctrl+Enter'], 'send'],
      [['Alt+↓', 'Alt+↑'], 'next_reader'],
      [['Ctrl+Z'], 'undo'],
    ],
  },
  {
    name: 'group_all',
    keys: [
      [['/'], 'search'],
      [['Ctrl+K'], 'palette'],
      [['a'], 'record'],
      [['g'], 'morning'],
      [['c'], 'log'],
      [['?'], 'help'],
      [['F1'], 'handbook'],
      [['Esc'], 'leave'],
    ],
  },
] as const;

/** Every key, by where it works. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog wide title={t('keys.title')} closeLabel={t('keys.close')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small window it scrolls, and must do so by keyboard */}
      <section className="dialog-body" tabIndex={0} aria-label={t('keys.title')}>
        <div className={styles.groups}>
          {GROUPS.map((group) => (
            <section key={group.name}>
              <h3 className={styles.name}>{t(`keys.${group.name}`)}</h3>
              <dl>
                {group.keys.map(([keys, words]) => (
                  <div key={words} className={styles.row}>
                    <dt>{t(`keys.${words}`)}</dt>
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
      </section>
    </Dialog>
  );
}
