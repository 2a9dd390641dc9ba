import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What others may do with the folder and all that is in it, by name; empty when they may do nothing. */
export function openToOthers(folder: string): readonly string[] {
  const names = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })];
  return names.flatMap((name) => {
    const { mode } = lstatSync(join(folder, name));
    return (mode & 0o077) === 0 ? [] : [`${name} ${(mode & 0o777).toString(8)}`];
  });
}
