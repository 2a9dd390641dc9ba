import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCycles } from './cycles.ts';
import { importsOf } from './imports.ts';
import { objection, targetOf } from './rules.ts';

const SOURCES = '{shared,lapor,demo,electron,renderer,central,build,test}/**/*.{ts,tsx}';

/** Everything in the project under `root` that breaks the import rules, one sentence each. */
export function checkImports(root: string): string[] {
  const problems: string[] = [];
  const graph = new Map<string, string[]>();
  const files = globSync(SOURCES, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  for (const file of files.sort()) {
    const targets = importsOf(file, readFileSync(join(root, file), 'utf8')).map((specifier) =>
      targetOf(file, specifier),
    );
    graph.set(
      file,
      targets.flatMap((target) => (target.kind === 'file' ? [target.path] : [])),
    );
    for (const target of targets) {
      const problem = objection(file, target);
      if (problem !== null) problems.push(problem);
    }
  }
  for (const cycle of findCycles(graph)) problems.push(`imports run in a ring: ${cycle.join(' → ')}`);
  return problems;
}
