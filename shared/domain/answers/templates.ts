import * as z from 'zod';
import { type Day, dayInWords, dayOf } from '../calendar/day.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { Officer } from '../people/roles.ts';
import type { Span } from '../pii/span.ts';
import { type Data, line } from '../schema.ts';

/** A text to begin an answer with. What stands in braces is a variable: "{nama pelapor}". */
export type Template = { readonly id: string; readonly name: string; readonly text: string };

type Moment = {
  readonly complaint: Complaint;
  readonly officer: Officer;
  readonly today: Day;
  /** The day of the nearest clock that runs; null: none does. */
  readonly dueDay: Day | null;
};

/** Addresses an anonymous reporter, or one whose name LAPOR! does not give or masks ("Budi S***"). */
const NAMELESS = 'Bapak/Ibu';

/** What each variable says; null: nobody knows it, so that the officer must, as with every other one. */
const VALUES = {
  'nama pelapor': ({ complaint: { anonymous, reporterName } }) => {
    const name = reporterName?.trim() ?? '';
    return anonymous || name === '' || name.includes('*') ? NAMELESS : name;
  },
  'id laporan': ({ complaint }) => complaint.trackingId || null,
  opd: ({ complaint, officer }) => officer.agency?.name ?? complaint.agency?.name ?? null,
  kecamatan: ({ complaint }) => complaint.district,
  lokasi: ({ complaint: { village, district, regency } }) =>
    [village, district].filter((place) => place?.trim()).join(', ') || regency,
  'tanggal hari ini': ({ today }) => dayInWords(today),
  'jatuh tempo': ({ dueDay }) => (dueDay === null ? null : dayInWords(dueDay)),
  'nama petugas': ({ officer }) => officer.name,
  'judul laporan': ({ complaint }) => complaint.title.trim() || null,
  kategori: ({ complaint }) => complaint.categoryPath.at(-1) ?? null,
  'tanggal laporan': ({ complaint: { receivedAt } }) =>
    Number.isFinite(Date.parse(receivedAt)) ? dayInWords(dayOf(receivedAt)) : null,
} satisfies Readonly<Record<string, (of: Moment) => string | null>>;
export type Variable = keyof typeof VALUES;
export const VARIABLES = Object.keys(VALUES) as readonly Variable[];
export type VariableValues = Readonly<Record<Variable, string | null>>;

/** A variable that nothing has filled, [from, to) with its braces. */
export const gap = z.object({ from: z.int(), to: z.int(), name: line });
export type Gap = Data<typeof gap>;

export const MAX_TEMPLATE_NAME = 80;
const GAP = /\{([\p{L}][\p{L}\p{N} /.,-]{0,59})\}/gu;
export function variableValues(
  complaint: Complaint,
  officer: Officer,
  today: Day,
  dueDay: Day | null,
): VariableValues {
  const values = VARIABLES.map((name) => [name, VALUES[name]({ complaint, officer, today, dueDay })]);
  return Object.fromEntries(values);
}

export function filled(text: string, values: VariableValues): string {
  return text.replace(GAP, (gap, name: string) => {
    const known = variableOf(name);
    return (known === undefined ? null : values[known]) ?? gap;
  });
}

function variableOf(name: string): Variable | undefined {
  return VARIABLES.find((variable) => variable === name.trim().toLowerCase());
}

/** Does a complaint fill it? Then it is no gap in a text that is written for several. */
export function isVariable({ name }: Gap): boolean {
  return variableOf(name) !== undefined;
}

export function gapsIn(text: string): readonly Gap[] {
  return Array.from(text.matchAll(GAP), ({ 0: gap, 1: name = '', index }) => ({
    from: index,
    to: index + gap.length,
    name: name.trim(),
  }));
}

/** The first gap that begins at `at` or behind it. `skips`: gaps that are left as they are. */
export function gapAfter(text: string, at: number, skips: (gap: Gap) => boolean = () => false): Gap | null {
  return gapsIn(text).find((gap) => gap.from >= at && !skips(gap)) ?? null;
}

/** Puts a template into a text as a paragraph of its own, and selects its first gap, else its end. */
export function withPiece(
  text: string,
  { from, to }: Span,
  piece: string,
  skips?: (gap: Gap) => boolean,
): Span & { readonly text: string } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after === '' || after.startsWith('\n') ? '' : '\n\n';
  const put = `${before}${lead}${piece}`;
  const begin = before.length + lead.length;
  const gap = gapAfter(piece, 0, skips);
  const selected =
    gap === null ? { from: put.length, to: put.length } : { from: begin + gap.from, to: begin + gap.to };
  return { ...selected, text: `${put}${tail}${after}` };
}

/** The templates that have a word beginning with each typed one; first those that have all in their name. */
export function templatesFor<T extends Template>(templates: readonly T[], typed: string): readonly T[] {
  const wanted = wordsOf(typed);
  const has = (text: string): boolean => {
    const known = wordsOf(text);
    return wanted.every((part) => known.some((word) => word.startsWith(part)));
  };
  const named = templates.filter(({ name }) => has(name));
  return [
    ...named,
    ...templates.filter((template) => !named.includes(template) && has(`${template.name} ${template.text}`)),
  ];
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
