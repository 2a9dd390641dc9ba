import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../import-rules/cycles.ts';
import { importsOf } from '../import-rules/imports.ts';
import { targetOf } from '../import-rules/rules.ts';
import { complaintFields, type House, measure } from './measure.ts';
import { isProduction, isStyle, trackedSources } from './sources.ts';

/** Measures the project under `root`, whose imports come with it. Throws where a file cannot be parsed. */
export function measureTree(root: string): { readonly house: House; readonly imports: Graph } {
  const code = trackedSources(root, isProduction);
  const fields = complaintFields(readFileSync(join(root, 'central/openapi.json'), 'utf8'));
  const imports = new Map(
    code.map(({ path, text }) => [
      path,
      importsOf(path, text)
        .map((specifier) => targetOf(path, specifier))
        .flatMap((target) => (target.kind === 'file' ? [target.path] : [])),
    ]),
  );
  return { house: measure(code, trackedSources(root, isStyle), fields, imports), imports };
}
