import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from '../import-rules/imports.ts';
import { targetOf } from '../import-rules/rules.ts';
import { complaintFields, type House, measure } from './measure.ts';
import { isProduction, isStyle, trackedSources } from './sources.ts';

/** Measures the project under `root`. Throws where a file cannot be parsed. */
export function measureTree(root: string): House {
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
  return measure(code, trackedSources(root, isStyle), fields, imports);
}
