import type { ReactNode } from 'react';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { cx } from '../../kit/cx.ts';
import { Problem } from '../../kit/Problem.tsx';
import { CardHead } from './CardHead.tsx';
import { FileNames } from './FileNames.tsx';
import styles from './TextCard.module.css';

/** A text in full that cannot be written on where it stands: what it is, and the ways to keep or use it. */
export function TextCard({
  kind,
  at,
  complaint,
  refused = false,
  chip,
  why,
  text,
  files,
  actions,
  problem,
}: {
  readonly kind: string;
  readonly at: string;
  /** Its complaint, where that does not stand beside it. */
  readonly complaint: { readonly trackingId: string; readonly title: string } | null;
  readonly refused?: boolean;
  readonly chip?: ReactNode;
  /** Why it is here, and what to do next. */
  readonly why?: ReactNode;
  readonly text: string;
  readonly files: readonly Pick<Attachment, 'sha256' | 'name'>[];
  readonly actions: ReactNode;
  /** Why the last action was not done; null: it was, or there was none. */
  readonly problem: string | null;
}) {
  return (
    <article className={cx(styles.card, refused && styles.refused)} aria-label={kind}>
      <CardHead kind={kind} at={at}>
        {chip}
      </CardHead>
      {complaint === null ? null : (
        <p className={styles.complaint}>
          {complaint.trackingId} {complaint.title}
        </p>
      )}
      {why}
      <p className={styles.text}>{text}</p>
      <FileNames files={files} />
      <div className="cluster">{actions}</div>
      <Problem className="small">{problem}</Problem>
    </article>
  );
}
