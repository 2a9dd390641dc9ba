import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import { Disclosure } from '../../kit/Disclosure.tsx';
import { momentOf } from '../../words/format.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { sentenceCase } from '../../words/text.ts';

/** A title that the header may have to shorten, in characters. */
const LONG_TITLE = 100;

/** Everything else LAPOR! or who recorded it said, unknown columns included, for whoever looks for it. */
export function Details({ complaint }: { readonly complaint: Complaint }) {
  const { t, language } = useWords();
  const { today } = useReference();
  const recorded = isRecordedId(complaint.id);
  const place = [complaint.village, complaint.district, complaint.regency, complaint.province];
  const fields: readonly (readonly [string, string | null])[] = [
    ...(complaint.title.length > LONG_TITLE ? [[t('case.field.title'), complaint.title] as const] : []),
    [t(recorded ? 'case.field.status_here' : 'case.field.status'), complaint.rawStatus],
    [t('case.field.category'), complaint.categoryPath.map(sentenceCase).join(' › ') || null],
    [t('case.field.place'), place.filter(Boolean).join(', ') || null],
    [t('case.field.channel'), complaint.channel],
    [t('case.field.parent'), complaint.parentAgency],
    [t('case.field.agency'), complaint.agency?.name ?? null],
    [t('case.field.received'), momentOf(complaint.receivedAt, today, language)],
    [
      t('case.field.dispositioned'),
      complaint.dispositionedAt === null ? null : momentOf(complaint.dispositionedAt, today, language),
    ],
    ...Object.entries(complaint.extra),
  ];
  return (
    <Disclosure summary={t(recorded ? 'case.details_here' : 'case.details')}>
      <dl className="facts">
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === null || value === '' ? t('case.unknown') : value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
