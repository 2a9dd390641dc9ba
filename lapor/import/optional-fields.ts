import { FIELDS, type Field } from '#shared/domain/complaint/fields.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import {
  COLUMN_HEADINGS,
  type ColumnField,
  type ColumnName,
  type Columns,
  type RequiredField,
} from './columns.ts';
import { isOversight } from './oversight.ts';

/** What the export says of a complaint under our own names; a column that the file lacks is absent. */
export type ImportFields = Partial<ComplaintRow> &
  Pick<ComplaintRow, Exclude<RequiredField, 'agency'> | 'receivedAt' | 'extra'>;

/** The texts that an export may lack, with what an empty cell says. */
const OPTIONAL_TEXTS = (Object.keys(COLUMN_HEADINGS) as ColumnName[]).flatMap((name) => {
  const field: Field | undefined = name in FIELDS ? FIELDS[name as ColumnField] : undefined;
  if (field === undefined || field.stored !== 'text' || field.required === true) return [];
  return [{ name, empty: field.schema.safeParse(null).success ? null : '' }];
});

/** What the columns say that a file may lack. */
export function optionalFields(
  { originalText, classification, receivedAt }: ImportFields,
  columns: Columns,
  text: (name: ColumnName) => string,
): Partial<ImportFields> {
  const has = (name: ColumnName): boolean => columns.named.has(name);
  const texts: Record<string, string | null> = {};
  for (const { name, empty } of OPTIONAL_TEXTS) if (has(name)) texts[name] = text(name) || empty;
  const flags = text('flags');
  const categoryPath = text('categoryPath')
    .split('>')
    .flatMap((part) => part.trim() || []);
  return {
    ...texts,
    ...(has('finalText') && { finalText: text('finalText') || originalText }),
    ...(has('flags') && { anonymous: /anonim/i.test(flags), confidential: /rahasia/i.test(flags) }),
    ...(has('categoryPath') && {
      categoryPath,
      oversight: isOversight(categoryPath, classification, receivedAt),
    }),
  };
}
