import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileGraph, readImports } from '../import-rules/check-imports.ts';
import type { Graph } from '../import-rules/graph.ts';
import { type House, measure } from './measure.ts';
import { isProduction, isStyle, type Source } from './sources.ts';

/** Measures the project under `root`, whose imports come with it. Throws where a file cannot be parsed. */
export function readTree(root: string): { readonly house: House; readonly imports: Graph } {
  const code = sourcesOf(root, isProduction);
  const fields = complaintFields(readFileSync(join(root, 'central/openapi.json'), 'utf8'));
  const imports = new Map([...fileGraph(readImports(root))].filter(([path]) => isProduction(path)));
  return { house: measure(code, sourcesOf(root, isStyle), fields, imports), imports };
}

/** The fields of a complaint as the central service's committed document names them: no list stands here. */
function complaintFields(openapi: string): string[] {
  return Object.keys(JSON.parse(openapi).components.schemas.Complaint.properties).filter(
    (name) => name !== 'id',
  );
}

/** Every file that `wanted` takes and git tracks, or would with `git add .`: as it is in the working tree. */
export function sourcesOf(root: string, wanted: (path: string) => boolean): Source[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', list, { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => wanted(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
