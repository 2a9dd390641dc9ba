import {
  type ColumnStorage,
  emptyValueOf,
  FIELDS,
  type Field,
  type FieldName,
} from '#shared/domain/complaint/fields.ts';
import type { ComplaintRow } from '#shared/domain/complaint/row.ts';
import type { Cell } from '../excel/rows.ts';
import { type ColumnField, type ColumnName, type Columns, type RequiredField, textOf } from './columns.ts';
import { readDay } from './dates.ts';
import { isOversight } from './oversight.ts';
import type { Rejection } from './rejection.ts';

/** What the export says of a complaint under our own names; a column that the file lacks is absent. */
export type ImportFields = Partial<ComplaintRow> &
  Pick<ComplaintRow, Exclude<RequiredField, 'agency'> | 'receivedAt' | 'extra'>;

type Reader = {
  readonly read: (cell: Cell | undefined) => unknown;
  readonly rejected: Rejection['sentence'];
};
/** How a filled cell of each kind is read, and what is said of one that its field cannot take. */
export const READERS: Readonly<Record<Exclude<ColumnStorage, 'agency'>, Reader>> = {
  text: { read: textOf, rejected: 'rowNotKnown' },
  // Null would mean that the cell is empty.
  day: { read: (cell) => readDay(cell) ?? undefined, rejected: 'rowNotDate' },
  integer: { read: readInteger, rejected: 'rowNotInteger' },
  real: { read: readReal, rejected: 'rowNotNumber' },
  list: {
    read: (cell) =>
      textOf(cell)
        .split(/\s*>\s*/)
        .filter(Boolean),
    rejected: 'rowNotKnown',
  },
};

/** As text with Indonesian thousands ("1.000") or none; NaN when it is no number. */
function readInteger(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  const text = textOf(cell);
  return /^-?(\d+|\d{1,3}(\.\d{3})+)$/.test(text) ? Number(text.replaceAll('.', '')) : Number.NaN;
}

/** As text with a comma or a point before the decimals; NaN when it is no number. */
function readReal(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  const text = textOf(cell);
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** The columns that an export may lack. */
const OPTIONAL = Object.entries<Field>(FIELDS).flatMap(([name, field]) => {
  if (field.heading === undefined || field.required === true || field.stored === 'agency') return [];
  const { read, rejected } = READERS[field.stored];
  const empty = emptyValueOf(field);
  const take = (cell: Cell | undefined): unknown => (textOf(cell) === '' ? empty : read(cell));
  return [{ name: name as ColumnField, take, accepts: field.schema, rejected }];
});

/** What the columns say that a file may lack; or the first column with a value that cannot be. */
export function optionalFields(
  { originalText, classification, receivedAt }: ImportFields,
  { named }: Columns,
  cellOf: (name: ColumnName) => Cell | undefined,
):
  | { readonly ok: true; readonly fields: Partial<ImportFields> }
  | { readonly ok: false; readonly column: ColumnName; readonly sentence: Rejection['sentence'] } {
  const read: Partial<Record<FieldName, unknown>> = {};
  for (const { name, take, accepts, rejected } of OPTIONAL) {
    if (!named.has(name)) continue;
    read[name] = take(cellOf(name));
    if (!accepts.safeParse(read[name]).success) return { ok: false, column: name, sentence: rejected };
  }
  const fields = read as Partial<ImportFields>;
  const { finalText, categoryPath } = fields;
  const flags = textOf(cellOf('flags'));
  return {
    ok: true,
    fields: {
      ...fields,
      ...(finalText === '' && { finalText: originalText }),
      ...(named.has('flags') && { anonymous: /anonim/i.test(flags), confidential: /rahasia/i.test(flags) }),
      ...(categoryPath && { oversight: isOversight(categoryPath, classification, receivedAt) }),
    },
  };
}
