import { type Figures, figuresOf, type House, type Limits } from './measure.ts';
import type { Place } from './read-code.ts';

export function overLimit(figures: Figures, limits: Limits): string[] {
  const names = Object.keys(limits) as (keyof Limits)[];
  return names
    .filter((name) => figures[name] > limits[name])
    .map((name) => `${name}: ${figures[name]}, the limit is ${limits[name]} (where: npm run house -- --all)`);
}

/** The figures of the code in one line, for programs. */
export function asJson(figures: Figures): string {
  const { longFunctions: _, wideComments: __, ...line } = figures;
  return JSON.stringify(line);
}

/** For people: the figures beside their limits, then the `shown` worst places of each. */
export function asText(house: House, limits: Readonly<Record<string, number>>, shown: number): string {
  const places = (title: string, found: readonly Place[]) =>
    section(
      title,
      found
        .slice(0, shown)
        .map(({ path, line, size, says }) => `${pad(size)}  ${path}:${line}  ${says.slice(0, 80)}`.trimEnd()),
    );
  return [
    ...Object.entries(figuresOf(house)).map(
      ([name, figure]) => `${pad(figure)} of ${pad(limits[name] ?? '-')}  ${name}`,
    ),
    ...places('longest functions', house.functions),
    ...places('longest files', house.files),
    ...places("files that write out a complaint's fields", house.columnLists),
    ...section(
      'rings of folders',
      house.rings.flatMap(({ folders, loop, closedBy }) => [
        `  ${folders.length} folders: ${folders.join(', ')}`,
        `    ${loop.join(' → ')}, closed by`,
        ...closedBy.slice(0, shown).map((line) => `      ${line}`),
      ]),
    ),
    ...places('distances in style sheets that are no token', house.distances),
    ...places('widest comments', house.wideComments),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function pad(figure: number | string): string {
  return String(figure).padStart(7);
}
