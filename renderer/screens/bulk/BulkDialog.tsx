import { CircleAlert, CircleCheck } from 'lucide-react';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { type BulkPreview, MOST_TOGETHER } from '#shared/contract/window/bulk.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { useNavigation } from '../../core/state/navigation.ts';
import { pickOnly, useSelection } from '../../core/state/selection.ts';
import { hold } from '../../core/state/undo.ts';
import { Button } from '../../kit/Button.tsx';
import { cx } from '../../kit/cx.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { ScrollArea } from '../../kit/ScrollArea.tsx';
import { failureWords, shortReason } from '../../words/problem-words.ts';
import { useWords } from '../../words/reference.tsx';
import { titleOf } from '../../words/text.ts';
import styles from './BulkDialog.module.css';
import { BULK_FIELDS } from './BulkFields.tsx';
import { bodyOf, firstChoice } from './bulk-body.ts';

/** One action for all picked complaints: what is chosen, what will happen to each, a step that does it. */
export function BulkDialog({ onClose }: { readonly onClose: () => void }) {
  const { backend } = useServices();
  const { t } = useWords();
  const action = useNavigation((state) => state.bulk);
  const ids = useSelection((state) => state.picked).slice(0, MOST_TOGETHER);
  const [choice, setChoice] = useState(() => firstChoice(ids));
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const body = bodyOf(action, choice);
  const concerned = action === 'group' ? ids.filter((id) => id !== choice.lead) : ids;
  const preview = useAnswerOf(
    (ask) => ask.command.previewMany,
    body === null || concerned.length === 0 ? null : { complaintIds: concerned, body },
  );
  const possible = (preview ?? []).filter(({ code }) => code === null).length;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (body === null || possible === 0) return setProblem(t('bulk.nothing'));
    try {
      const done = await backend.command.submitMany({
        complaintIds: concerned,
        body,
        ids: concerned.map(() => v7()),
      });
      announce(t('bulk.said_done', { count: done.ids.length }));
      const [id = '', complaintId = ''] = [done.ids[0], concerned[0]];
      const until = Date.parse(done.heldUntil);
      hold({ what: 'many', id, ids: done.ids, complaintId, kind: body.kind, until });
      // A group is what is answered next.
      if (action !== 'group') pickOnly([]);
      onClose();
    } catch (error) {
      setProblem(failureWords(error, t));
    }
  };

  const Fields = BULK_FIELDS[action];
  return (
    <Dialog wide title={t(`bulk.title_${action}`)} onClose={onClose}>
      <form ref={form} className="column" onSubmit={(event) => void submit(event)}>
        <div className={styles.fields}>
          <Fields ids={ids} choice={choice} onChange={setChoice} />
        </div>
        <ScrollArea label={t('bulk.preview')} className={styles.list}>
          {preview === undefined ? (
            <p className="muted">{t('bulk.choose_first')}</p>
          ) : (
            <Preview of={preview} />
          )}
        </ScrollArea>
        <div className="dialog-foot">
          <Problem>{problem}</Problem>
          <Button variant="primary" type="submit" disabled={preview !== undefined && possible === 0}>
            {t('bulk.do', { count: possible })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Preview({ of }: { readonly of: BulkPreview }) {
  const { t } = useWords();
  return (
    <ul>
      {of.map(({ id, trackingId, title, code }) => (
        <li key={id} className={cx(styles.row, code !== null && styles.not)}>
          {code === null ? (
            <CircleCheck size={14} aria-label={t('bulk.will')} />
          ) : (
            <CircleAlert size={14} aria-label={t('bulk.will_not')} />
          )}
          <b className={styles.title}>{trackingId}</b>
          <span className={styles.title}>{titleOf({ title }, t)}</span>
          {code === null ? null : <span className="small">{t(`bulk.reason.${shortReason(code)}`)}</span>}
        </li>
      ))}
    </ul>
  );
}
