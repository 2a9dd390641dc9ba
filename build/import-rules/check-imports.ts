import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSES, type House, homeless, stepUp } from './floors.ts';
import { type Graph, knots } from './graph.ts';
import { importsOf } from './imports.ts';
import { isTest, objection, type Target, targetOf } from './rules.ts';

const SOURCES = '{shared,lapor,demo,electron,renderer,central,build,test}/**/*.{ts,tsx,mjs}';

/** What each source of the project under `root` imports. Throws where a file cannot be parsed. */
export function readImports(root: string): ReadonlyMap<string, readonly Target[]> {
  const files = globSync(SOURCES, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    files.sort().map((file) => {
      const specifiers = importsOf(file, readFileSync(join(root, file), 'utf8'));
      return [file, specifiers.map((specifier) => targetOf(file, specifier))];
    }),
  );
}

/** Those imports that lead to another file of the project. */
export function fileGraph(imports: ReadonlyMap<string, readonly Target[]>): Graph {
  const pathOf = (target: Target) => (target.kind === 'file' ? [target.path] : []);
  return new Map([...imports].map(([file, targets]) => [file, targets.flatMap(pathOf)]));
}

/** Everything in the project under `root` that breaks the import rules, one sentence each. */
export function checkImports(root: string, houses: readonly House[] = HOUSES): string[] {
  const imports = readImports(root);
  const graph = fileGraph(imports);
  return [
    ...[...imports].flatMap(([file, targets]) => targets.map((target) => objection(file, target))),
    ...[...graph.keys()].filter((file) => !isTest(file)).map((file) => homeless(file, houses)),
    ...houses.flatMap((house) => stepsUp(house, graph)),
    ...knots(graph).map(({ loop }) => `imports run in a ring: ${loop.join(' → ')}`),
  ].filter((problem) => problem !== null);
}

function stepsUp(house: House, graph: Graph): string[] {
  return [...graph].flatMap(([file, targets]) =>
    (isTest(file) ? [] : targets).flatMap((target) => {
      const step = stepUp(house, file, target);
      return step === null ? [] : [`${file}: ${house.folder} may not import ${step} (${target})`];
    }),
  );
}
