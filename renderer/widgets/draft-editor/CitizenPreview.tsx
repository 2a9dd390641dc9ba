import type { DraftAttachment } from '#shared/contract/window/drafts.ts';
import { seenByCitizens } from '#shared/domain/answers/citizen-view.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { DraftKind } from '../../core/drafts/drafts.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import styles from './CitizenPreview.module.css';
import { isRead } from './use-checks.ts';

/** The text as reporter and public will see it, with its files; or that they will not see it. */
export function CitizenPreview({
  kind,
  text,
  attachments,
  complaint,
}: {
  readonly kind: DraftKind;
  readonly text: string;
  readonly attachments: readonly DraftAttachment[];
  readonly complaint: Complaint;
}) {
  const { t, longDay, bytesWords } = useWords();
  const { officer, today } = useReference();
  const title = !isRead(kind)
    ? t('preview.not_seen')
    : t(complaint.confidential ? 'preview.reporter_only' : 'preview.public');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and must do so by keyboard
    <section className={styles.preview} tabIndex={0} aria-label={t('preview.label')}>
      <p className="small muted" role="status">
        {title}
      </p>
      {isRead(kind) ? (
        <>
          <p className={styles.head}>
            <b>{officer.agency?.name ?? complaint.agency?.name}</b> · {longDay(today)}
          </p>
          <p className={styles.text}>
            {text.trim() === ''
              ? t('preview.empty')
              : seenByCitizens(text, complaint).map(({ text: part, as }, place) => {
                  // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
                  if (as === 'hidden') return <del key={place}>{part}</del>;
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  if (as === 'open') return <mark key={place}>{part}</mark>;
                  return part;
                })}
          </p>
          {attachments.length === 0 ? null : (
            <ul className={styles.files}>
              {attachments.map(({ id, name, size, original, sendsOriginal }) => (
                <li key={id}>
                  {name} · {bytesWords(sendsOriginal ? (original?.size ?? size) : size)}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </section>
  );
}
