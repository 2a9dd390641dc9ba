// Starts the app whose folder is the first argument, as Electron's own default app does (and as there, `-r FILE`
// loads a file first): the runtime that this goes into came without one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const args = process.argv.slice(1);
const isFirst = (index) => args[index - 1] === '-r';
for (const file of args.filter((_, index) => isFirst(index))) createRequire(import.meta.url)(resolve(file));

const dir = resolve(args.find((arg, index) => !arg.startsWith('-') && !isFirst(index)) ?? '.');
const { name, version, main } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
app.setName(name);
app.setVersion(version);
app.setAppPath(dir);
// Awaited: Electron becomes ready only after this module has been evaluated.
await import(pathToFileURL(join(dir, main)).href);
