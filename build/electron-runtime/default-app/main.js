// Starts the app whose folder is the first argument, as Electron's own default app does: the runtime that this
// goes into came without one.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const dir = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, version, main } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
app.setName(name);
app.setVersion(version);
app.setAppPath(dir);
// Awaited: Electron becomes ready only after this module has been evaluated.
await import(pathToFileURL(join(dir, main)).href);
