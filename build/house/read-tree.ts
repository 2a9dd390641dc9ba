import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileGraph, readImports } from '../import-rules/check-imports.ts';
import type { Graph } from '../import-rules/graph.ts';
import { type House, measure } from './measure.ts';
import { isProduction, isStyle, type Source } from './sources.ts';

/** Measures the project under `root`, whose imports come with it. Throws where a file cannot be parsed. */
export function readTree(root: string): { readonly house: House; readonly imports: Graph } {
  const code = trackedSources(root, isProduction);
  const fields = complaintFields(readFileSync(join(root, 'central/openapi.json'), 'utf8'));
  const imports = new Map([...fileGraph(readImports(root))].filter(([path]) => isProduction(path)));
  return { house: measure(code, trackedSources(root, isStyle), fields, imports), imports };
}

/** The fields of a complaint as the central service's committed document names them: no list stands here. */
function complaintFields(openapi: string): string[] {
  return Object.keys(JSON.parse(openapi).components.schemas.Complaint.properties).filter(
    (name) => name !== 'id',
  );
}

/** Every file that git tracks under `root` and that `wanted` takes, as it is in the working tree. */
function trackedSources(root: string, wanted: (path: string) => boolean): Source[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed
    .split('\0')
    .filter((path) => wanted(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
