import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import type { TextFile } from '../../core/browser/download.ts';
import type { DatedWords } from '../../words/i18n.ts';

/** Without this mark at its beginning Excel does not read a text as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** One refused text with what is needed to use it elsewhere. */
export function textFile(item: OutboxItem, context: DatedWords): TextFile {
  const fields = NAMES.map((name) => [heading(name, context), FIELDS[name](item, context)] as const);
  const head = fields.slice(0, -1).filter(([, value]) => value !== '');
  return {
    name: `penghubung-${item.trackingId}-${dayOf(item.composedAt)}.txt`,
    type: 'text/plain;charset=utf-8',
    content: `${BYTE_ORDER_MARK}${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${lines(item.text)}\r\n`,
  };
}

/** All refused texts as a table that a double click opens in Excel. */
export function tableFile(items: readonly OutboxItem[], context: DatedWords): TextFile {
  const rows = [
    NAMES.map((name) => heading(name, context)),
    ...items.map((item) => NAMES.map((name) => FIELDS[name](item, context))),
  ];
  return {
    name: `penghubung-perlu-perhatian-${context.today}.csv`,
    type: 'text/csv;charset=utf-8',
    content: BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(SEPARATOR)}\r\n`).join(''),
  };
}

/** What stands in each column, in their order; the text comes last. */
const FIELDS = {
  tracking_id: ({ trackingId }) => trackingId,
  title: ({ title }) => title,
  kind: ({ kind }, { t }) => t(`command.${kind}.name`),
  written: ({ composedAt }, { longDay, timeOf }) =>
    `${longDay(dayOf(composedAt))}, ${timeOf(composedAt)} WIB`,
  reason: ({ delivery: { code } }, { t }) => (code === null ? '' : t(`refusal.${code}`)),
  files: ({ attachments }) => attachments.map(({ name }) => name).join(', '),
  text: ({ text }) => text,
} as const satisfies Readonly<Record<string, (item: OutboxItem, words: DatedWords) => string>>;
const NAMES = Object.keys(FIELDS) as readonly (keyof typeof FIELDS)[];

/** The list separator of an Indonesian Windows, where the comma is in the numbers. */
const SEPARATOR = ';';

function heading(name: keyof typeof FIELDS, { t }: DatedWords): string {
  return t(`attention.export.${name}`);
}

/** Quotes a text. One that begins like a formula stays a text: a title comes from outside. */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** Writes the line ends of Windows. */
function lines(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}
