import { posix } from 'node:path';
import { type Graph, grouped, knots } from '../import-rules/graph.ts';
import { literalDistances } from './distances.ts';
import { type Place, readCode } from './read-code.ts';
import type { Source } from './sources.ts';

/** With so many of a complaint's fields a file holds a list that changes with every new column. */
const COLUMN_LIST = 14;
const LONG_FUNCTION = 80;

/** Folders that all need each other. A folder is a directory that holds files itself. */
type Ring = {
  readonly folders: readonly string[];
  readonly loop: readonly string[];
  /** The imports of the step that has the fewest in the loop ("a/x.ts → b/y.ts"): without them it is open. */
  readonly closedBy: readonly string[];
};

/** Everything that was found, worst first. */
export type House = {
  /** One for each file of production code; `size`: its lines. */
  readonly files: readonly Place[];
  readonly functions: readonly Place[];
  /** `size`: how many fields the file writes out. */
  readonly columnLists: readonly Place[];
  readonly rings: readonly Ring[];
  readonly distances: readonly Place[];
  readonly wideComments: readonly Place[];
};

export type Figures = ReturnType<typeof figuresOf>;
/** How many files there are has no limit: a small file is a good one. */
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
    files: worstFirst(facts.map(({ path, text }) => whole(path, text.trimEnd().split('\n').length))),
    functions: worstFirst(facts.flatMap(({ functions }) => functions)),
    columnLists: worstFirst(
      facts.map(({ path, fields: size }) => whole(path, size)).filter(({ size }) => size >= COLUMN_LIST),
    ),
    rings: ringsOf(imports),
    distances: styles.flatMap(literalDistances),
    wideComments: worstFirst(facts.flatMap(({ wideComments }) => wideComments)),
  };
}

export function figuresOf(house: House) {
  return {
    lines: house.files.reduce((sum, { size }) => sum + size, 0),
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

function ringsOf(imports: Graph): Ring[] {
  return knots(grouped(imports, posix.dirname)).map(({ members, loop }) => {
    const steps = loop.slice(1).map((to, index) => importsBetween(imports, loop[index] ?? '', to));
    const [closedBy = []] = steps.sort((a, b) => a.length - b.length);
    return { folders: members, loop, closedBy };
  });
}

function importsBetween(imports: Graph, from: string, to: string): string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => posix.dirname(file) === from && posix.dirname(target) === to)
      .map((target) => `${file} → ${target}`),
  );
}

function worstFirst(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => b.size - a.size);
}
