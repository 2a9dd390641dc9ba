import { type Figures, figuresOf, type House, type Limits, LONG_FUNCTION } from './measure.ts';
import { COMMENT_WIDTH, type Place } from './read-code.ts';

const LABELS: Readonly<Record<keyof Figures, string>> = {
  lines: 'lines of production code',
  files: 'files of production code',
  longestFile: 'lines of the longest file',
  longestFunction: 'lines of the longest function',
  columnLists: "files that write out a complaint's fields",
  folderRings: 'rings of folders that import each other',
  literalDistances: 'distances in style sheets that are no token',
  longFunctions: `functions of more than ${LONG_FUNCTION} lines`,
  wideComments: `lines of comment wider than ${COMMENT_WIDTH} columns`,
};

/** One sentence for each figure that passes its limit. */
export function overLimit(figures: Figures, limits: Limits): string[] {
  return keys(figures).flatMap((key) => {
    const limit = limitOf(limits, key);
    if (limit === null || figures[key] <= limit) return [];
    return [`${LABELS[key]}: ${figures[key]}, the limit is ${limit} (where: npm run house -- --all)`];
  });
}

/** The seven figures in one line, for programs. */
export function asJson(figures: Figures): string {
  const { longFunctions: _, wideComments: __, ...line } = figures;
  return JSON.stringify(line);
}

/**
 * Everything that was measured, for people: the figures beside their limits, then the `shown` worst places of
 * each.
 */
export function asText(house: House, limits: Limits, shown = 10): string {
  const figures = figuresOf(house);
  const table = keys(figures).map(
    (key) => `${pad(figures[key])}  of ${String(limitOf(limits, key) ?? '-').padEnd(7)} ${LABELS[key]}`,
  );
  const rings = house.rings.flatMap(({ folders, loops }) => [
    `  ${folders.length} folders: ${folders.join(', ')}`,
    ...loops.flatMap(({ path, closedBy }) => [`    ${path.join(' → ')}, closed by`, ...indent(closedBy)]),
  ]);
  return [
    ...table,
    ...section('longest functions', places(house.functions.slice(0, shown))),
    ...section('longest files', places(house.files.slice(0, shown))),
    ...section("files that write out a complaint's fields", places(house.columnLists)),
    ...section('rings of folders', rings),
    ...section('distances in style sheets', places(house.distances)),
    ...section('widest comments', places(house.wideComments.slice(0, shown))),
  ].join('\n');
}

function keys(figures: Figures): (keyof Figures)[] {
  return Object.keys(figures).filter((key): key is keyof Figures => key in LABELS);
}

function limitOf(limits: Limits, key: keyof Figures): number | null {
  return key === 'files' ? null : limits[key];
}

function pad(figure: number): string {
  return String(figure).padStart(7);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function places(found: readonly Place[]): string[] {
  return found.map(({ path, line, size, says }) =>
    `${pad(size)}  ${path}:${line}  ${says.slice(0, 80)}`.trimEnd(),
  );
}

function indent(imports: readonly string[]): string[] {
  return imports.map((line) => `      ${line}`);
}
