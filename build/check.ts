import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './base/paths.ts';
import { LIMITS } from './house/limits.ts';
import { figuresOf } from './house/measure.ts';
import { pictureProblem } from './house/picture.ts';
import { readTree } from './house/read-tree.ts';
import { overLimit } from './house/report.ts';
import { checkImports } from './import-rules/check-imports.ts';
import { lockProblems } from './lock-file.ts';
import { builderConfiguration } from './packaging/electron-builder.ts';
import { configurationProblems } from './packaging/electron-builder-check.ts';

/** `run` answers what is wrong, for the reader. */
type Step = { readonly name: string; readonly run: () => readonly string[] };

/** One type check per layer: each sees only what its `tsconfig.json` lets it see. */
const LAYERS = globSync(['*/tsconfig.json', '{electron,shared}/*/tsconfig.json'], { cwd: ROOT })
  .map(dirname)
  .sort();

const STEPS: readonly Step[] = [
  { name: 'format and lint', run: () => tool('biome', 'check', '--error-on-warnings') },
  ...LAYERS.map((layer) => ({ name: `types: ${layer}`, run: () => tool('tsc', '-p', layer) })),
  { name: 'import rules', run: () => checkImports(ROOT) },
  { name: 'house', run: houseProblems },
  { name: 'dead code', run: () => tool('knip', '--no-progress') },
  {
    name: 'packaging',
    run: () =>
      [null, 'https://kominfo.example/'].flatMap((updateUrl) =>
        configurationProblems(builderConfiguration(updateUrl)),
      ),
  },
  {
    name: 'lock files',
    run: () =>
      ['package-lock.json', 'test/bench/peers/package-lock.json'].flatMap((file) =>
        lockProblems(readFileSync(join(ROOT, file), 'utf8')),
      ),
  },
];

/** Figures over their limit, and a picture of the rooms that is no longer true. */
function houseProblems(): string[] {
  const { house, imports } = readTree(ROOT);
  const picture = pictureProblem(ROOT, imports);
  return [...overLimit(figuresOf(house), LIMITS), ...(picture === null ? [] : [picture])];
}

/** Runs a tool of `node_modules`; if it fails, what it printed is the problem. */
function tool(name: string, ...args: string[]): string[] {
  const { status, stdout, stderr, error } = spawnSync(join(ROOT, 'node_modules/.bin', name), args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    shell: process.platform === 'win32',
  });
  if (status === 0) return [];
  return [error?.message ?? (`${stdout}${stderr}`.trim() || `${name} ended with code ${status}`)];
}

for (const { name, run } of STEPS) {
  const started = performance.now();
  const problems = run();
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds})`);
  if (problems.length > 0) {
    console.log(problems.join('\n'));
    process.exitCode = 1;
    break;
  }
}
