import { spawn } from 'node:child_process';
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

/** Empty: the step is green. Else what is wrong, for the reader. */
type Step = { readonly name: string; readonly run: () => Promise<string> };

/** One type check per layer: each sees only what its `tsconfig.json` lets it see. */
const LAYERS = globSync(['*/tsconfig.json', '{electron,shared}/*/tsconfig.json'], { cwd: ROOT })
  .map(dirname)
  .sort();

const STEPS: readonly Step[] = [
  { name: 'format and lint', run: () => tool('biome', 'check', '--error-on-warnings') },
  ...LAYERS.map((layer) => ({ name: `types: ${layer}`, run: () => tool('tsc', '-p', layer) })),
  { name: 'import rules', run: async () => checkImports(ROOT).join('\n') },
  { name: 'house', run: async () => houseProblems().join('\n') },
  { name: 'dead code', run: () => tool('knip', '--no-progress') },
  {
    name: 'packaging',
    run: async () =>
      [
        ...configurationProblems(builderConfiguration(null)),
        ...configurationProblems(builderConfiguration('https://kominfo.example/')),
      ].join('\n'),
  },
  {
    name: 'lock files',
    run: async () =>
      ['package-lock.json', 'test/bench/peers/package-lock.json']
        .flatMap((file) => lockProblems(readFileSync(join(ROOT, file), 'utf8')))
        .join('\n'),
  },
];

/** Figures over their limit, and a picture of the rooms that is no longer true. */
function houseProblems(): string[] {
  const { house, imports } = readTree(ROOT);
  const picture = pictureProblem(ROOT, imports);
  return [...overLimit(figuresOf(house), LIMITS), ...(picture === null ? [] : [picture])];
}

/** Runs a tool of `node_modules` and returns what it printed if it failed. */
async function tool(name: string, ...args: string[]): Promise<string> {
  const child = spawn(join(ROOT, 'node_modules/.bin', name), args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return await new Promise((resolve) => {
    child.on('error', (error) => resolve(`${name}: ${error.message}`));
    child.on('close', (code) =>
      resolve(code === 0 ? '' : output.trim() || `${name} ended with code ${code}`),
    );
  });
}

for (const step of STEPS) {
  const started = performance.now();
  const problem = await step.run();
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${problem === '' ? 'ok  ' : 'FAIL'} ${step.name} (${seconds})`);
  if (problem !== '') {
    console.log(problem);
    process.exitCode = 1;
    break;
  }
}
