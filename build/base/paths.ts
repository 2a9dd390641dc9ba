import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');
/** Data of `npm start`: ignored by git. `PENGHUBUNG_DATA` names another folder, for tests. */
export const DATA = resolve(process.env.PENGHUBUNG_DATA ?? join(ROOT, '.data'));

/** What Node.js compiled before, for every process that is started from here: it starts a tenth sooner. */
export const COMPILED = join(ROOT, 'node_modules/.cache/node');
