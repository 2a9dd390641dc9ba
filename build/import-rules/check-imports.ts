import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSES, type House, homeless, stepUp } from './floors.ts';
import { knots } from './graph.ts';
import { importsOf } from './imports.ts';
import { isTest, objection, type Target, targetOf } from './rules.ts';

const SOURCES = '{shared,lapor,demo,electron,renderer,central,build,test}/**/*.{ts,tsx}';

/** Everything in the project under `root` that breaks the import rules, one sentence each. */
export function checkImports(root: string, houses: readonly House[] = HOUSES): string[] {
  const files = globSync(SOURCES, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const imports = new Map(
    files.sort().map((file) => {
      const specifiers = importsOf(file, readFileSync(join(root, file), 'utf8'));
      return [file, specifiers.map((specifier) => targetOf(file, specifier))] as const;
    }),
  );
  const graph = new Map([...imports].map(([file, targets]) => [file, pathsOf(targets)]));
  return [
    ...[...imports].flatMap(([file, targets]) => targets.map((target) => objection(file, target))),
    ...files.filter((file) => !isTest(file)).map((file) => homeless(file, houses)),
    ...houses.flatMap((house) => stepsUp(house, graph)),
    ...knots(graph).map(({ loop }) => `imports run in a ring: ${loop.join(' → ')}`),
  ].filter((problem) => problem !== null);
}

function stepsUp(house: House, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const problems: string[] = [];
  const needed = new Set<string>();
  for (const [file, targets] of graph) {
    for (const target of isTest(file) ? [] : targets) {
      const step = stepUp(house, file, target);
      if (step === null) continue;
      needed.add(step);
      if (!house.notYet.includes(step))
        problems.push(`${file}: ${house.folder} may not import ${step} (${target})`);
    }
  }
  const idle = house.notYet.filter((step) => !needed.has(step));
  return [
    ...problems,
    ...idle.map((step) => `${house.folder}: no import needs "${step}" any more: delete it`),
  ];
}

function pathsOf(targets: readonly Target[]): string[] {
  return targets.flatMap((target) => (target.kind === 'file' ? [target.path] : []));
}
