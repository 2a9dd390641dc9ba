import { dayOrNull } from '#shared/domain/calendar/day.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import {
  FIELDS,
  type Field,
  type FieldName,
  headingKey,
  type Storage,
} from '#shared/domain/complaint/fields.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { Disclosure } from '../../kit/Disclosure.tsx';
import type { WordsContext } from '../../words/clock-words.ts';
import { useClockWords } from '../../words/reference.tsx';
import { sentenceCase } from '../../words/text.ts';

/** A title that the header may have to shorten, in characters. */
const LONG_TITLE = 100;

type Fact = readonly [name: string, value: string | null];

type Fields = typeof FIELDS;
type DetailField = {
  [Name in FieldName]: Fields[Name] extends { detail: true } ? Name : never;
}[FieldName];
const DETAIL_FIELDS = (Object.keys(FIELDS) as FieldName[]).filter(
  (name): name is DetailField => 'detail' in FIELDS[name],
);

/** Everything else that LAPOR! or whoever recorded it said, unknown columns included. */
export function Details({ complaint }: { readonly complaint: Complaint }) {
  const words = useClockWords();
  const { t } = words;
  const recorded = isRecordedId(complaint.id);
  const others = Object.entries(complaint.extra);
  const unnamed = new Set(others.map(([heading]) => headingKey(heading)));
  const place = [complaint.village, complaint.district, complaint.regency, complaint.province];
  const facts: readonly Fact[] = [
    ...(complaint.title.length > LONG_TITLE ? [[t('case.field.title'), complaint.title] as const] : []),
    [t(recorded ? 'case.field.status_here' : 'case.field.status'), complaint.rawStatus],
    [t('case.field.category'), complaint.categoryPath.map(sentenceCase).join(' › ')],
    [t('case.field.place'), place.filter(Boolean).join(', ')],
    [t('case.field.channel'), complaint.channel],
    ...DETAIL_FIELDS.flatMap((name): readonly Fact[] => {
      const value = complaint[name];
      const { heading = '' }: Field = FIELDS[name];
      // An import from before the field had a name of ours kept it among the unknown columns.
      if (value === null) return unnamed.has(headingKey(heading)) ? [] : [[t(`case.field.${name}`), null]];
      return [[t(`case.field.${name}`), textOf(value, FIELDS[name].stored, words)]];
    }),
  ];
  const summary = t(recorded ? 'case.details_here' : 'case.details');
  return <Facts summary={summary} facts={facts} others={others} />;
}

/** A value of a field that is kept in this way. */
function textOf(
  value: NonNullable<unknown>,
  stored: Exclude<Storage, 'flag' | 'list' | 'rows' | 'record'>,
  { count, mediumDay, momentOf }: WordsContext,
): string {
  switch (stored) {
    case 'text':
      return String(value);
    case 'integer':
    case 'real':
      return count(Number(value));
    case 'day':
      return mediumDay(String(value));
    case 'instant':
      return dayOrNull(String(value)) === null ? '' : momentOf(String(value));
    case 'agency':
      return (value as Agency).name;
  }
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
