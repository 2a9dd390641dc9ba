import type { Graph } from '../import-rules/cycles.ts';
import { literalDistances } from './distances.ts';
import { folderRings, type Ring } from './folder-rings.ts';
import { type Place, readCode } from './read-code.ts';
import type { Source } from './sources.ts';

/**
 * Files that write out this many of a complaint's fields hold a list that must change with every new column.
 */
const COLUMN_LIST = 14;
export const LONG_FUNCTION = 80;

/** What was found, worst first. */
export type House = {
  readonly lines: number;
  /** One for each file of production code; `size`: its lines. */
  readonly files: readonly Place[];
  readonly functions: readonly Place[];
  /** `size`: how many fields the file writes out. */
  readonly columnLists: readonly Place[];
  readonly rings: readonly Ring[];
  readonly distances: readonly Place[];
  readonly wideComments: readonly Place[];
};

/** The figures that the limits are about. */
export type Figures = Readonly<
  Record<
    | 'lines'
    | 'files'
    | 'longestFile'
    | 'longestFunction'
    | 'columnLists'
    | 'folderRings'
    | 'literalDistances'
    | 'longFunctions'
    | 'wideComments',
    number
  >
>;

/** How many files there are is told, but has no limit: a small file is a good one. */
export type Limits = Omit<Figures, 'files'>;

/**
 * Measures production code and the window's style sheets. `fields`: a complaint's, without its `id`, which a
 * row of anything has. `imports`: of each file of `code` the project's files that it imports, types included.
 */
export function measure(
  code: readonly Source[],
  styles: readonly Source[],
  fields: readonly string[],
  imports: Graph,
): House {
  const facts = code.map((source) => ({ ...source, ...readCode(source, fields) }));
  const whole = (path: string, size: number): Place => ({ path, line: 1, size, says: '' });
  return {
    lines: facts.reduce((sum, { text }) => sum + linesOf(text), 0),
    files: worstFirst(facts.map(({ path, text }) => whole(path, linesOf(text)))),
    functions: worstFirst(facts.flatMap(({ functions }) => functions)),
    columnLists: worstFirst(
      facts.map(({ path, fields: size }) => whole(path, size)).filter(({ size }) => size >= COLUMN_LIST),
    ),
    rings: folderRings(imports),
    distances: styles.flatMap(literalDistances),
    wideComments: worstFirst(facts.flatMap(({ wideComments }) => wideComments)),
  };
}

/**
 * The fields of a complaint as the committed document of the central service names them, so that no list
 * stands here.
 */
export function complaintFields(openapi: string): string[] {
  const { components } = JSON.parse(openapi);
  return Object.keys(components.schemas.Complaint.properties).filter((field) => field !== 'id');
}

export function figuresOf(house: House): Figures {
  return {
    lines: house.lines,
    files: house.files.length,
    longestFile: house.files[0]?.size ?? 0,
    longestFunction: house.functions[0]?.size ?? 0,
    columnLists: house.columnLists.length,
    folderRings: house.rings.length,
    literalDistances: house.distances.length,
    longFunctions: house.functions.filter(({ size }) => size > LONG_FUNCTION).length,
    wideComments: house.wideComments.length,
  };
}

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function worstFirst(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => b.size - a.size);
}
