import { type Day, dayOf } from '../calendar/day.ts';
import { dayInWords } from '../calendar/day-words.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { Officer } from '../people/roles.ts';
import type { Span } from '../pii/span.ts';

/** A text to begin an answer with. What stands in braces is a variable: "{nama pelapor}". */
export type Template = { readonly id: string; readonly name: string; readonly text: string };

/** The variables that a complaint and the moment fill; every other one is the officer's to fill. */
export const VARIABLES = [
  'nama pelapor',
  'id laporan',
  'opd',
  'kecamatan',
  'lokasi',
  'tanggal hari ini',
  'jatuh tempo',
  'nama petugas',
  'judul laporan',
  'kategori',
  'tanggal laporan',
] as const;
export type Variable = (typeof VARIABLES)[number];
/** What each says here; null: nobody knows it, so that the officer must. */
export type VariableValues = Readonly<Record<Variable, string | null>>;

/** A variable that nothing has filled, [from, to) with its braces. */
export type Gap = Span & { readonly name: string };

export const MAX_TEMPLATE_NAME = 80;
const GAP = /\{([\p{L}][\p{L}\p{N} /.,-]{0,59})\}/gu;
/**
 * How a reporter is addressed who is anonymous, or whose name LAPOR! does not give or masks ("Budi S***").
 */
const NAMELESS = 'Bapak/Ibu';

export function variableValues(
  complaint: Pick<
    Complaint,
    | 'anonymous'
    | 'reporterName'
    | 'trackingId'
    | 'agency'
    | 'district'
    | 'village'
    | 'regency'
    | 'title'
    | 'categoryPath'
    | 'receivedAt'
  >,
  officer: Officer,
  today: Day,
  /** The day of the nearest clock that runs; null: none does. */
  dueDay: Day | null,
): VariableValues {
  const { anonymous, district, village, regency, title, receivedAt } = complaint;
  const name = complaint.reporterName?.trim() ?? '';
  const places = [village, district].filter((place) => place !== null && place.trim() !== '');
  return {
    'nama pelapor': anonymous || name === '' || name.includes('*') ? NAMELESS : name,
    'id laporan': complaint.trackingId === '' ? null : complaint.trackingId,
    opd: officer.agency?.name ?? complaint.agency?.name ?? null,
    kecamatan: district,
    lokasi: places.length > 0 ? places.join(', ') : regency,
    'tanggal hari ini': dayInWords(today),
    'jatuh tempo': dueDay === null ? null : dayInWords(dueDay),
    'nama petugas': officer.name,
    'judul laporan': title.trim() === '' ? null : title.trim(),
    kategori: complaint.categoryPath.at(-1) ?? null,
    'tanggal laporan': Number.isFinite(Date.parse(receivedAt)) ? dayInWords(dayOf(receivedAt)) : null,
  };
}

/** The text with every variable filled whose value is known. */
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

/**
 * The first gap that begins at `at` or behind it; null: there is none. `skips`: those that are left as they
 * are.
 */
export function gapAfter(text: string, at: number, skips: (gap: Gap) => boolean = () => false): Gap | null {
  return gapsIn(text).find((gap) => gap.from >= at && !skips(gap)) ?? null;
}

/**
 * The text with a piece in place of what is selected, as a paragraph of its own beside what stands there
 * already, and what is then to be selected: the first gap of the piece, else its end. `skips` as for
 * `gapAfter`.
 */
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

/** The templates that have a word beginning with each typed one, those first that have all in their name. */
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
