import { CircleHelp } from 'lucide-react';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { bucketOf } from '#shared/domain/complaint/status.ts';
import { Chip } from '../../kit/Chip.tsx';
import { inLine } from '../../words/direction.ts';
import { useWords } from '../../words/reference.tsx';
import { sentenceCase, statusWord } from '../../words/text.ts';

/** What kind of complaint it is and how it stands, each in a word or two. */
export function ComplaintChips({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useWords();
  const { rawStatus, categoryPath, returns } = complaint;
  return (
    <>
      <Chip>{t(`case.classification.${complaint.classification}`)}</Chip>
      {complaint.oversight ? <Chip tone="late">{t('chip.oversight')}</Chip> : null}
      {categoryPath.length === 0 ? null : <Chip>{categoryPath.map(sentenceCase).join(' › ')}</Chip>}
      {bucketOf(rawStatus).known ? (
        <Chip>{statusWord(rawStatus, t)}</Chip>
      ) : (
        <Chip tone="soon" title={t('status.unknown_hint', { raw: rawStatus })}>
          <CircleHelp size={12} />{' '}
          <span className="ellipsis">{inLine([rawStatus, t('status.unknown')])}</span>
        </Chip>
      )}
      {returns === 0 ? null : <Chip tone="soon">{t('case.returns', { count: returns })}</Chip>}
      {complaint.anonymous ? <Chip title={t('case.anonymous_hint')}>{t('chip.anonymous')}</Chip> : null}
      {complaint.confidential ? (
        <Chip tone="note" title={t('case.confidential_hint')}>
          {t('chip.confidential')}
        </Chip>
      ) : null}
    </>
  );
}
