import { instantAt } from '#shared/domain/calendar/day.ts';
import type { Classification } from '#shared/domain/complaint/classification.ts';
import type { Cell, SheetRow } from '../excel/rows.ts';
import { COLUMN_HEADINGS, type ColumnName, type Columns, textOf } from './columns.ts';
import { readDay, readTime } from './dates.ts';
import { isOversight } from './oversight.ts';
import type { Rejection } from './rejection.ts';

/** What one row of the export says of a report. An absent column is `undefined`: then nothing is known of it. */
export type ExportRow = {
  readonly trackingId: string;
  readonly receivedAt: string;
  readonly classification: Classification;
  readonly title: string;
  readonly originalText: string;
  readonly finalText: string | undefined;
  readonly rawStatus: string;
  readonly statusReason: string | null | undefined;
  readonly flags: { readonly anonymous: boolean; readonly confidential: boolean } | undefined;
  readonly reporterName: string | null | undefined;
  readonly categoryId: string | null | undefined;
  readonly category: { readonly path: readonly string[]; readonly oversight: boolean } | undefined;
  readonly parentAgency: string | null | undefined;
  readonly agencyLaporId: string | null;
  readonly agencyName: string;
  readonly province: string | null | undefined;
  readonly regency: string | null | undefined;
  readonly district: string | null | undefined;
  readonly village: string | null | undefined;
  readonly channel: string | undefined;
  readonly rating: number | null | undefined;
  readonly extra: Readonly<Record<string, string>>;
};

export type ReadRow =
  | { readonly kind: 'row'; readonly number: number; readonly row: ExportRow }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'empty' };

const CLASSIFICATION_OF: Readonly<Record<string, Classification>> = {
  pengaduan: 'pengaduan',
  aspirasi: 'aspirasi',
  'permintaan informasi': 'permintaan_informasi',
};
const TITLE_FROM_TEXT = 80;
const SHOWN_OF_BAD_VALUE = 60;

/** Reads a row by the columns of its header; a value that cannot be is a rejection that shows it. */
export function readRow({ number, cells }: SheetRow, columns: Columns): ReadRow {
  if (cells.every((cell) => textOf(cell) === '')) return { kind: 'empty' };
  const cellOf = (name: ColumnName): Cell | undefined => cells[columns.named.get(name) ?? -1];
  const text = (name: ColumnName): string => textOf(cellOf(name));
  const ifPresent = <T>(name: ColumnName, read: (text: string) => T): T | undefined =>
    columns.named.has(name) ? read(text(name)) : undefined;
  const nullable = (name: ColumnName): string | null | undefined => ifPresent(name, (value) => value || null);
  const reject = (sentence: Rejection['sentence'], name: ColumnName): ReadRow => {
    const value = text(name).slice(0, SHOWN_OF_BAD_VALUE);
    return {
      kind: 'rejected',
      rejection: { row: number, sentence, values: { column: COLUMN_HEADINGS[name], value } },
    };
  };

  const trackingId = readTrackingId(text('trackingId'));
  if (trackingId === null)
    return reject(text('trackingId') === '' ? 'rowEmpty' : 'rowNotTrackingId', 'trackingId');
  const day = readDay(cellOf('receivedDay'));
  if (day === null) return reject(text('receivedDay') === '' ? 'rowEmpty' : 'rowNotDate', 'receivedDay');
  const time = readTime(cellOf('receivedTime'));
  if (time === null) return reject('rowNotTime', 'receivedTime');
  const classification =
    CLASSIFICATION_OF[
      text('classification')
        .toLowerCase()
        .replace(/[\s_]+/g, ' ')
    ];
  if (classification === undefined) return reject('rowNotClassification', 'classification');
  const rawStatus = text('rawStatus');
  if (rawStatus === '') return reject('rowEmpty', 'rawStatus');
  const rating = ifPresent('rating', readRating);
  if (rating !== undefined && Number.isNaN(rating)) return reject('rowNotNumber', 'rating');

  const receivedAt = instantAt(day, time);
  const originalText = text('originalText');
  const row: ExportRow = {
    trackingId,
    receivedAt,
    classification,
    title: text('title') || originalText.slice(0, TITLE_FROM_TEXT),
    originalText,
    finalText: ifPresent('finalText', (value) => value),
    rawStatus,
    statusReason: nullable('statusReason'),
    flags: ifPresent('flags', (value) => ({
      anonymous: /anonim/i.test(value),
      confidential: /rahasia/i.test(value),
    })),
    reporterName: nullable('reporterName'),
    categoryId: nullable('categoryId'),
    category: ifPresent('category', (value) => {
      const path = value.split('>').flatMap((part) => part.trim() || []);
      return { path, oversight: isOversight(path, classification, receivedAt) };
    }),
    parentAgency: nullable('parentAgency'),
    agencyLaporId: text('agencyId') || null,
    agencyName: text('agencyName'),
    province: nullable('province'),
    regency: nullable('regency'),
    district: nullable('district'),
    village: nullable('village'),
    channel: ifPresent('channel', (value) => value),
    rating,
    extra: Object.fromEntries(
      columns.others.flatMap(({ heading, index }) => {
        const value = textOf(cells[index]);
        return value === '' ? [] : [[heading, value]];
      }),
    ),
  };
  return { kind: 'row', number, row };
}

/** Digits, up to 15; "123.0" is how a number comes through some spreadsheets. */
function readTrackingId(text: string): string | null {
  return /^(\d{1,15})(?:\.0+)?$/.exec(text)?.[1] ?? null;
}

/** NaN when it is no number. */
function readRating(text: string): number | null {
  return text === '' ? null : Number(text.replace(',', '.'));
}
