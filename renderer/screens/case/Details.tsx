import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import { Disclosure } from '../../kit/Disclosure.tsx';
import { type Fact, factsOf } from '../../words/facts.ts';
import { useClockWords } from '../../words/reference.tsx';

/** A title that the header may have to shorten, in characters. */
const LONG_TITLE = 100;

/** Everything else that LAPOR! or whoever recorded it said, unknown columns included. */
export function Details({ complaint }: { readonly complaint: Complaint }) {
  const words = useClockWords();
  const { t } = words;
  const recorded = isRecordedId(complaint.id);
  const others = Object.entries(complaint.extra);
  const long = complaint.title.length > LONG_TITLE ? [[t('case.field.title'), complaint.title] as const] : [];
  const facts = [...long, ...factsOf(complaint, words)];
  const summary = t(recorded ? 'case.details_here' : 'case.details');
  return <Facts summary={summary} facts={facts} others={others} />;
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

/** Facts with their names, closed until the officer needs them. `others` may have a name of `facts`. */
function Facts({
  summary,
  facts,
  others = [],
}: {
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly others?: readonly Fact[];
}) {
  const { t } = useClockWords();
  const line = ([name, value]: Fact) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value || t('case.unknown')}</dd>
    </div>
  );
  return (
    <Disclosure summary={summary}>
      <dl className="facts">
        {facts.map(line)}
        {others.map(line)}
      </dl>
    </Disclosure>
  );
}
