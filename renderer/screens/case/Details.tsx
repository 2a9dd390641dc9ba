import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import { Disclosure } from '../../kit/Disclosure.tsx';
import { useClockWords } from '../../words/reference.tsx';
import { sentenceCase } from '../../words/text.ts';

/** A title that the header may have to shorten, in characters. */
const LONG_TITLE = 100;

type Fact = readonly [name: string, value: string | null];

/** Everything else that LAPOR! or whoever recorded it said, unknown columns included. */
export function Details({ complaint }: { readonly complaint: Complaint }) {
  const { t, momentOf } = useClockWords();
  const recorded = isRecordedId(complaint.id);
  const place = [complaint.village, complaint.district, complaint.regency, complaint.province];
  const moment = (at: string | null) => at && momentOf(at);
  const facts: readonly Fact[] = [
    ...(complaint.title.length > LONG_TITLE ? [[t('case.field.title'), complaint.title] as const] : []),
    [t(recorded ? 'case.field.status_here' : 'case.field.status'), complaint.rawStatus],
    [t('case.field.category'), complaint.categoryPath.map(sentenceCase).join(' › ')],
    [t('case.field.place'), place.filter(Boolean).join(', ')],
    [t('case.field.channel'), complaint.channel],
    [t('case.field.parent'), complaint.parentAgency],
    [t('case.field.agency'), complaint.agency?.name ?? null],
    [t('case.field.received'), moment(complaint.receivedAt)],
    [t('case.field.dispositioned'), moment(complaint.dispositionedAt)],
    ...Object.entries(complaint.extra),
  ];
  return <Facts summary={t(recorded ? 'case.details_here' : 'case.details')} facts={facts} />;
}

/** Who told the agency of it, how they can be reached, and where it was said. */
export function ToldBy({ entry }: { readonly entry: TimelineEntry }) {
  const { t, momentOf } = useClockWords();
  const recorded = entry.detail?.recorded;
  if (recorded === undefined) return null;
  const { reporter, source } = recorded;
  const facts: readonly Fact[] = [
    [t('intake.field.name'), reporter.name],
    [t('intake.field.phone'), reporter.phone],
    [t('intake.field.email'), reporter.email],
    [t('intake.field.author'), source.author],
    [t('intake.field.at'), source.at && momentOf(source.at)],
    [t('intake.field.link'), source.link],
  ];
  const told = facts.filter(([, value]) => value !== '');
  if (told.length === 0) return null;
  return <Facts summary={`${t('intake.told_by')} (${t('intake.only_here')})`} facts={told} />;
}

/** Facts with their names, closed until the officer needs them. */
function Facts({ summary, facts }: { readonly summary: string; readonly facts: readonly Fact[] }) {
  const { t } = useClockWords();
  return (
    <Disclosure summary={summary}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || t('case.unknown')}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
