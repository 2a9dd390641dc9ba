import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { longDay, timeOf } from '../../words/format.ts';
import type { DatedWords } from '../../words/i18n.ts';

/** A file to be saved by the officer. */
export type ExportedFile = { readonly name: string; readonly type: string; readonly content: string };

/** Excel takes a text as UTF-8 only with this mark before it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** One refused text with what is needed to use it elsewhere. */
export function textFile(item: OutboxItem, context: DatedWords): ExportedFile {
  const fields = FIELDS.map((field) => [heading(field, context), fieldOf(item, field, context)] as const);
  const head = fields.slice(0, -1).filter(([, value]) => value !== '');
  return {
    name: `penghubung-${item.trackingId}-${dayOf(item.composedAt)}.txt`,
    type: 'text/plain;charset=utf-8',
    content: `${BYTE_ORDER_MARK}${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${lines(item.text)}\r\n`,
  };
}

/** All refused texts as a table that a double click opens in Excel. */
export function tableFile(items: readonly OutboxItem[], context: DatedWords): ExportedFile {
  const rows = [
    FIELDS.map((field) => heading(field, context)),
    ...items.map((item) => FIELDS.map((field) => fieldOf(item, field, context))),
  ];
  return {
    name: `penghubung-perlu-perhatian-${context.today}.csv`,
    type: 'text/csv;charset=utf-8',
    content: BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(SEPARATOR)}\r\n`).join(''),
  };
}

const FIELDS = ['tracking_id', 'title', 'kind', 'written', 'reason', 'files', 'text'] as const;
type Field = (typeof FIELDS)[number];

/** The list separator of an Indonesian Windows, where the comma is in the numbers. */
const SEPARATOR = ';';

function heading(field: Field, { t }: DatedWords): string {
  return t(`attention.export.${field}`);
}

function fieldOf(item: OutboxItem, field: Field, { t, language }: DatedWords): string {
  switch (field) {
    case 'tracking_id':
      return item.trackingId;
    case 'title':
      return item.title;
    case 'kind':
      return t(`command.${item.kind}.name`);
    case 'written':
      return `${longDay(dayOf(item.composedAt), language)}, ${timeOf(item.composedAt, language)} WIB`;
    case 'reason':
      return item.delivery.code === null ? '' : t(`refusal.${item.delivery.code}`);
    case 'files':
      return item.attachments.map(({ name }) => name).join(', ');
    case 'text':
      return item.text;
  }
}

/** A text that begins like a formula is a text all the same: a title comes from outside. */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** Line ends as Windows wants them. */
function lines(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}
