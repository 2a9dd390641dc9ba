import { instantAt } from '#shared/domain/calendar/day.ts';
import type { Classification } from '#shared/domain/complaint/classification.ts';
import { MAX_LINE } from '#shared/domain/schema.ts';
import { MAX_CELL } from '../excel/limits.ts';
import type { Cell, SheetRow } from '../excel/rows.ts';
import { COLUMN_HEADINGS, type ColumnName, type Columns, textOf } from './columns.ts';
import { readDay, readTime } from './dates.ts';
import { type ImportFields, optionalFields } from './optional-fields.ts';
import type { Rejection } from './rejection.ts';

/** One row of the export. */
export type ImportRow = {
  readonly trackingId: string;
  readonly agencyLaporId: string | null;
  readonly agencyName: string;
  readonly fields: ImportFields;
};

export type ReadRow =
  | { readonly kind: 'row'; readonly number: number; readonly row: ImportRow }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'empty' };

const CLASSIFICATION_OF: ReadonlyMap<string, Classification> = new Map([
  ['pengaduan', 'pengaduan'],
  ['aspirasi', 'aspirasi'],
  ['permintaan informasi', 'permintaan_informasi'],
]);
/** The columns that hold a whole text; every other one holds a line. */
const LONG: readonly ColumnName[] = ['originalText', 'finalText', 'statusReason'];
const TITLE_FROM_TEXT = 80;
const SHOWN_OF_BAD_VALUE = 60;

/** Reads a row by the columns of its header; a value that cannot be is a rejection that shows it. */
export function readRow({ number, cells }: SheetRow, columns: Columns): ReadRow {
  if (cells.every((cell) => textOf(cell) === '')) return { kind: 'empty' };
  const cellOf = (name: ColumnName): Cell | undefined => cells[columns.named.get(name) ?? -1];
  const text = (name: ColumnName): string => textOf(cellOf(name));
  const reject = (sentence: Rejection['sentence'], name: ColumnName): ReadRow => {
    // A copy: a piece of a string keeps all of it in memory.
    const value = Buffer.from(text(name).slice(0, SHOWN_OF_BAD_VALUE)).toString();
    const values = { column: COLUMN_HEADINGS[name], value };
    return { kind: 'rejected', rejection: { row: number, sentence, values } };
  };

  const trackingId = readTrackingId(text('trackingId'));
  if (trackingId === null)
    return reject(text('trackingId') === '' ? 'rowEmpty' : 'rowNotTrackingId', 'trackingId');
  const day = readDay(cellOf('receivedDay'));
  if (day === null) return reject(text('receivedDay') === '' ? 'rowEmpty' : 'rowNotDate', 'receivedDay');
  const time = readTime(cellOf('receivedTime'));
  if (time === null) return reject('rowNotTime', 'receivedTime');
  const named = text('classification').toLowerCase();
  const classification = CLASSIFICATION_OF.get(named.replace(/[\s_]+/g, ' '));
  if (classification === undefined) return reject('rowNotClassification', 'classification');
  const rawStatus = text('rawStatus');
  if (rawStatus === '') return reject('rowEmpty', 'rawStatus');

  for (const [name, index] of columns.named) {
    const most = LONG.includes(name) ? MAX_CELL : MAX_LINE;
    if (textOf(cells[index]).length > most) return reject('rowTooLong', name);
  }

  const receivedAt = instantAt(day, time);
  const originalText = text('originalText');
  const required = {
    trackingId,
    receivedAt,
    classification,
    title: text('title') || originalText.slice(0, TITLE_FROM_TEXT),
    originalText,
    rawStatus,
    extra: Object.fromEntries(
      columns.others.flatMap(({ heading, index }) => {
        const value = textOf(cells[index]);
        return value === '' ? [] : [[heading.slice(0, MAX_LINE), value.slice(0, MAX_CELL)]];
      }),
    ),
  };
  const optional = optionalFields(required, columns, cellOf);
  if (!optional.ok) return reject(optional.sentence, optional.column);
  const fields = { ...required, ...optional.fields };
  const agency = { agencyLaporId: text('agencyId') || null, agencyName: text('agency') };
  return { kind: 'row', number, row: { trackingId, ...agency, fields } };
}

/** Digits, up to 15; "123.0" is how a number comes through some spreadsheets. */
function readTrackingId(text: string): string | null {
  return /^(\d{1,15})(?:\.0+)?$/.exec(text)?.[1] ?? null;
}
