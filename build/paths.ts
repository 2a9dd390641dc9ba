import { join, resolve } from 'node:path';

/** The project's top folder. */
export const ROOT = resolve(import.meta.dirname, '..');
export const DIST = join(ROOT, 'dist');
/** Data of `npm start`: ignored by git, thrown away by `--fresh`. */
export const DATA = join(ROOT, '.data');
