import { dayOrNull } from '#shared/domain/calendar/day.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import {
  FIELDS,
  type Field,
  type FieldName,
  headingKey,
  type Storage,
} from '#shared/domain/complaint/fields.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import type { WordsContext } from './clock-words.ts';
import { sentenceCase } from './text.ts';

export type Fact = readonly [name: string, value: string | null];

type Fields = typeof FIELDS;
type DetailField = {
  [Name in FieldName]: Fields[Name] extends { detail: true } ? Name : never;
}[FieldName];
const DETAIL_FIELDS = (Object.keys(FIELDS) as FieldName[]).filter(
  (name): name is DetailField => 'detail' in FIELDS[name],
);

/** What is known of a complaint besides its words, each by its name; null or empty: nothing is. */
export function factsOf(complaint: Complaint, words: WordsContext): readonly Fact[] {
  const { t } = words;
  const unnamed = new Set(Object.keys(complaint.extra).map(headingKey));
  const place = [complaint.village, complaint.district, complaint.regency, complaint.province];
  return [
    [t(isRecordedId(complaint.id) ? 'case.field.status_here' : 'case.field.status'), complaint.rawStatus],
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
