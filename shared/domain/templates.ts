import type { Complaint } from './complaint.ts';
import type { Day } from './day.ts';
import { dayInWords } from './day-words.ts';
import type { Span } from './pii/span.ts';
import type { Officer } from './roles.ts';

/** A text to begin an answer with. What stands in braces is a variable: "{nama pelapor}". */
export type Template = { readonly id: string; readonly name: string; readonly text: string };

/** The variables that a report and the moment fill; every other one is the officer's to fill. */
export const VARIABLES = [
  'nama pelapor',
  'id laporan',
  'opd',
  'kecamatan',
  'lokasi',
  'tanggal hari ini',
  'jatuh tempo',
  'nama petugas',
] as const;
export type Variable = (typeof VARIABLES)[number];
/** What each says here; null: nobody knows it, so that the officer must. */
export type VariableValues = Readonly<Record<Variable, string | null>>;

/** A variable that nothing has filled, [from, to) with its braces. */
export type Gap = Span & { readonly name: string };

export const MAX_TEMPLATE_NAME = 80;
const GAP = /\{([\p{L}][\p{L}\p{N} /.,-]{0,59})\}/gu;
/** How a reporter is addressed who is anonymous, or whose name LAPOR! does not give or masks ("Budi S***"). */
const NAMELESS = 'Bapak/Ibu';

export function variableValues(
  complaint: Pick<
    Complaint,
    'anonymous' | 'reporterName' | 'trackingId' | 'agency' | 'district' | 'village' | 'regency'
  >,
  officer: Officer,
  today: Day,
  /** The day of the nearest clock that runs; null: none does. */
  dueDay: Day | null,
): VariableValues {
  const { anonymous, district, village, regency } = complaint;
  const name = complaint.reporterName?.trim() ?? '';
  const places = [village, district].filter((place) => place !== null && place.trim() !== '');
  return {
    'nama pelapor': anonymous || name === '' || name.includes('*') ? NAMELESS : name,
    'id laporan': complaint.trackingId,
    opd: officer.agency?.name ?? complaint.agency?.name ?? null,
    kecamatan: district,
    lokasi: places.length > 0 ? places.join(', ') : regency,
    'tanggal hari ini': dayInWords(today),
    'jatuh tempo': dueDay === null ? null : dayInWords(dueDay),
    'nama petugas': officer.name,
  };
}

/** The text with every variable filled whose value is known. */
export function filled(text: string, values: VariableValues): string {
  return text.replace(GAP, (gap, name: string) => {
    const known = VARIABLES.find((variable) => variable === name.trim().toLowerCase());
    return (known === undefined ? null : values[known]) ?? gap;
  });
}

export function gapsIn(text: string): readonly Gap[] {
  return Array.from(text.matchAll(GAP), ({ 0: gap, 1: name = '', index }) => ({
    from: index,
    to: index + gap.length,
    name: name.trim(),
  }));
}

/** The first gap that begins at `at` or behind it; null: there is none. */
export function gapAfter(text: string, at: number): Gap | null {
  return gapsIn(text).find(({ from }) => from >= at) ?? null;
}

/**
 * The text with a piece in place of what is selected, as a paragraph of its own beside what stands there already, and
 * what is then to be selected: the first gap of the piece, else its end.
 */
export function withPiece(text: string, { from, to }: Span, piece: string): Span & { readonly text: string } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after === '' || after.startsWith('\n') ? '' : '\n\n';
  const put = `${before}${lead}${piece}`;
  const begin = before.length + lead.length;
  const gap = gapAfter(piece, 0);
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
