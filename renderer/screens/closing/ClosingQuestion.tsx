import { useState } from 'react';
import { answerClosing, useClosing } from '../../core/state/closing.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './ClosingQuestion.module.css';

/** What the cross of the window shall do, asked when it is pressed for the first time. */
export function ClosingQuestion() {
  return useClosing((state) => state.isAsked) ? <Question /> : null;
}

function Question() {
  const { t } = useWords();
  const [remember, setRemember] = useState(true);
  return (
    <Dialog title={t('closing.title')} onClose={() => void answerClosing('stay', false)}>
      <div className={styles.body}>
        <p>{t('closing.text')}</p>
        <p className="small muted">{t('closing.safe')}</p>
        <label className={styles.remember}>
          <input type="checkbox" checked={remember} onChange={({ target }) => setRemember(target.checked)} />
          {t('closing.remember')}
        </label>
      </div>
      <div className="dialog-foot">
        <Button onPress={() => void answerClosing('quit', remember)}>{t('closing.quit')}</Button>
        <Button variant="primary" autoFocus onPress={() => void answerClosing('tray', remember)}>
          {t('closing.tray')}
        </Button>
      </div>
    </Dialog>
  );
}
