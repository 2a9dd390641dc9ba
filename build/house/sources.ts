import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file by its path from the project's top, with `/`, and what it says. */
export type Source = { readonly path: string; readonly text: string };

/**
 * Production code: TypeScript and plain modules, without tests, what only tests use, and what a tool
 * generated.
 */
export function isProduction(path: string): boolean {
  return (
    /\.(ts|tsx|mjs)$/.test(path) &&
    !/\.(test|spec)\.\w+$/.test(path) &&
    !/(^|\/)(test|testing|generated)\//.test(path)
  );
}

/**
 * The sheets whose distances are measured: those of the window, without the one that gives the tokens their
 * values.
 */
export function isStyle(path: string): boolean {
  return path.startsWith('renderer/') && path.endsWith('.css') && !path.endsWith('/tokens.css');
}

/** Every file that git tracks under `root` and that `wanted` takes, as it is in the working tree. */
export function trackedSources(root: string, wanted: (path: string) => boolean): Source[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed
    .split('\0')
    .filter((path) => wanted(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The line that an offset stands on, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
